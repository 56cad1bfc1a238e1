package nl.kindcheck.service.platform;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The way out of the service, for a test without the service. */
public final class Outgoings {

  private Outgoings() {}

  /** Leads to this machine alone, and there to these addresses alone. */
  public static Outgoing to(URI... addresses) {
    return new Outgoing(
        new OutgoingGuard(
            new OutgoingSettings(List.of(), Set.of("127.0.0.1")),
            List.of(addresses),
            SystemDefaultDnsResolver.INSTANCE));
  }
}
