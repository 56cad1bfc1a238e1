package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request in the language of its session, whatever the browser prefers. */
final class InLanguage extends HttpServletRequestWrapper {

  private final Locale locale;

  InLanguage(HttpServletRequest request, Locale locale) {
    super(request);
    this.locale = locale;
  }

  @Override
  public Locale getLocale() {
    return locale;
  }

  @Override
  public Enumeration<Locale> getLocales() {
    return Collections.enumeration(List.of(locale));
  }

  @Override
  public @Nullable String getHeader(String name) {
    return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name)
        ? locale.toLanguageTag()
        : super.getHeader(name);
  }
}
