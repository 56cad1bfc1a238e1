package nl.kindcheck.service.cdshooks;

import jakarta.servlet.http.HttpServletRequest;
import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Takes every call for one of the first EPD, in the bench alone, and looks at no token. */
@Component
@Primary
public class AnyCaller implements Callers {

  private final Caller caller;

  AnyCaller(EpdConnections connections, Organisations organisations) {
    this.caller =
        new Caller(organisations.organisations().get(0).tenant(), connections.epds().get(0), null);
  }

  @Override
  public Caller of(HttpServletRequest http, String endpoint) {
    return caller;
  }
}
