package nl.kindcheck.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import nl.kindcheck.service.launch.ChosenLanguage;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.platform.PageRequests;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of a page: what was chosen on a page, else what the EPD said at the launch, else
 * what the browser prefers. For everything that is no page, what the caller prefers.
 */
@Component("localeResolver")
class PageLanguage implements LocaleResolver {

  private final CurrentLaunch launch;
  private final AcceptHeaderLocaleResolver preferred = new AcceptHeaderLocaleResolver();

  PageLanguage(CurrentLaunch launch) {
    this.launch = launch;
    preferred.setDefaultLocale(Texts.DUTCH);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (!isPage(request)) {
      return preferred.resolveLocale(request);
    }
    Optional<Locale> chosen = ChosenLanguage.of(request);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    try {
      return Texts.choose(launch.require().locale());
    } catch (Refused nobodyLaunched) {
      return Texts.choose(preferred.resolveLocale(request));
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getRequestURI();
    return PageRequests.isPagePath(path) || path.equals("/error");
  }

  /** Remembers a choice until the browser closes, also inside the EPD's frame. */
  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response == null || locale == null) {
      return;
    }
    ResponseCookie cookie =
        ResponseCookie.from(ChosenLanguage.COOKIE, Texts.choose(locale).getLanguage())
            .path("/")
            .httpOnly(true)
            .secure(true)
            .sameSite("None")
            .partitioned(true)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
