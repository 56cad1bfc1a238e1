package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import nl.kindcheck.service.platform.Texts;
import org.springframework.web.util.WebUtils;

/** The language that somebody chose on a page, which the browser keeps until it closes. */
public final class ChosenLanguage {

  public static final String COOKIE = "kindcheck-language";

  private ChosenLanguage() {}

  /** Empty where nobody chose. */
  public static Optional<Locale> of(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
        .map(cookie -> Texts.choose(Locale.forLanguageTag(cookie.getValue())));
  }
}
