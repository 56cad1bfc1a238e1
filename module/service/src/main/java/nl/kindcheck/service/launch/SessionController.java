package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What a session's owner may do with it: end it. */
@Controller
class SessionController {

  private final Sessions sessions;
  private final Cookies cookies;

  SessionController(Sessions sessions, Cookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @PostMapping("/app/end")
  ResponseEntity<Void> end(HttpServletRequest request) {
    sessions.end(SessionFilter.key(request));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookies.sessionGone())
        .location(URI.create("/launch/ended"))
        .build();
  }
}
