package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The launch of the present request. */
@Component
public class CurrentLaunch {

  private static final String ATTRIBUTE = LaunchContext.class.getName();
  private static final String WHO = OpenedFor.class.getName();

  private final HttpServletRequest request;

  CurrentLaunch(HttpServletRequest request) {
    this.request = request;
  }

  /** Says whose launch a request belongs to. */
  public static void set(HttpServletRequest request, LaunchContext context) {
    request.setAttribute(ATTRIBUTE, context);
    Doing.by(Logged.who(context));
  }

  static void set(HttpServletRequest request, OpenedFor who) {
    request.setAttribute(WHO, who);
  }

  /** Whose record is open; empty where the EPD did not say. */
  public Optional<OpenedFor> openedFor() {
    return request.getAttribute(WHO) instanceof OpenedFor who ? Optional.of(who) : Optional.empty();
  }

  /**
   * The launch of the present request.
   *
   * @throws Refused 401 where nobody launched
   */
  public LaunchContext require() {
    return find(request)
        .orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "launch.none", null));
  }

  static Optional<LaunchContext> find(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof LaunchContext context
        ? Optional.of(context)
        : Optional.empty();
  }
}
