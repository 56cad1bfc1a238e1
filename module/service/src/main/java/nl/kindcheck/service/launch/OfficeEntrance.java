package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.kindcheck.service.audit.Ground;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The way to the pages for somebody who signed in with us: the same session as a launch begins,
 * with another ground.
 */
@Component
public class OfficeEntrance {

  private final Sessions sessions;
  private final Organisations organisations;
  private final Cookies cookies;

  OfficeEntrance(Sessions sessions, Organisations organisations, Cookies cookies) {
    this.sessions = sessions;
    this.organisations = organisations;
    this.cookies = cookies;
  }

  /**
   * Begins a session under a new key, with its line in the log, and ends the one that the browser
   * had. In a transaction of the caller it is part of that one.
   *
   * @return what is to be done once the transaction has come to its end: hand over the key
   */
  public Runnable open(
      LaunchContext launch, HttpServletRequest request, HttpServletResponse response) {
    Key.parse(cookies.session(request), organisations)
        .filter(key -> key.tenant().equals(launch.tenant()))
        .ifPresent(sessions::end);
    Key key = sessions.begin(launch, null, null);
    return () -> response.addHeader(HttpHeaders.SET_COOKIE, cookies.session(key));
  }

  /**
   * Ends the session that somebody opened from the office, when they leave the office. One from the
   * EPD goes on: it is the EPD's.
   */
  public void leave(TenantId tenant, HttpServletRequest request, HttpServletResponse response) {
    Key.parse(cookies.session(request), organisations)
        .filter(key -> key.tenant().equals(tenant))
        .filter(key -> sessions.find(key).filter(OfficeEntrance::isOurs).isPresent())
        .ifPresent(
            key -> {
              sessions.end(key);
              response.addHeader(HttpHeaders.SET_COOKIE, cookies.sessionGone());
            });
  }

  private static boolean isOurs(Sessions.Live live) {
    return live.launch().entry().ground() != Ground.LAUNCH;
  }
}
