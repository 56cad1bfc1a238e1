package nl.kindcheck.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** The switch between Dutch and English that stands on every page. */
@Controller
class LanguageController {

  private static final Set<String> LANGUAGES = Set.of("nl", "en");

  private final LocaleResolver languages;

  LanguageController(LocaleResolver localeResolver) {
    this.languages = localeResolver;
  }

  @PostMapping({"/app/language", "/office/language"})
  RedirectView choose(
      @RequestParam String language,
      @RequestParam(defaultValue = "/app") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!LANGUAGES.contains(language)) {
      throw new Refused(HttpStatus.BAD_REQUEST, "page.language", "language");
    }
    languages.setLocale(request, response, Locale.forLanguageTag(language));
    RedirectView to = new RedirectView(OwnPath.orOverview(back));
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return to;
  }

  /** An address from a form field could lead anywhere: only a path of our own is followed. */
  static final class OwnPath {

    private static final Pattern PATH =
        Pattern.compile("/(?:app|office)(?:/[A-Za-z0-9_-]+)*(?:\\?[A-Za-z0-9_=&%.-]*)?");

    private OwnPath() {}

    static String orOverview(String path) {
      return PATH.matcher(path).matches() ? path : "/app";
    }
  }
}
