package nl.kindcheck.demoepd.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Dutch, and English for who chooses it; the choice is kept in a cookie. */
@Configuration
class LanguageSettings implements WebMvcConfigurer {

  static final Locale DUTCH = Locale.forLanguageTag("nl");
  static final Set<Locale> OURS = Set.of(DUTCH, Locale.ENGLISH);

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver =
        new CookieLocaleResolver("language") {
          @Override
          protected @Nullable Locale parseLocaleValue(String value) {
            Locale chosen = super.parseLocaleValue(value);
            return chosen != null && OURS.contains(chosen) ? chosen : DUTCH;
          }
        };
    resolver.setDefaultLocale(DUTCH);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Strict");
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change =
        new LocaleChangeInterceptor() {
          @Override
          protected @Nullable Locale parseLocaleValue(String value) {
            Locale chosen = Locale.forLanguageTag(value);
            return OURS.contains(chosen) ? chosen : DUTCH;
          }
        };
    change.setParamName("lang");
    registry.addInterceptor(change);
  }
}
