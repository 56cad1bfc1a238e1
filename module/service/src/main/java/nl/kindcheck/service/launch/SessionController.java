package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a session's owner may do with it: speak another language, end it. */
@Controller
class SessionController {

  private static final Pattern PAGE = Pattern.compile("/app(?:/[A-Za-z0-9-]+)*");

  private final Sessions sessions;
  private final Cookies cookies;

  SessionController(Sessions sessions, Cookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /**
   * @param back the page to show again; a plain page of ours, or else the first one
   */
  @PostMapping("/app/language")
  ResponseEntity<Void> language(
      @RequestParam String lang,
      @RequestParam(defaultValue = "/app") String back,
      HttpServletRequest request) {
    sessions.speak(SessionFilter.key(request), Texts.choose(Locale.forLanguageTag(lang)));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(PAGE.matcher(back).matches() ? back : "/app"))
        .build();
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
