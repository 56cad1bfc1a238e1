package nl.kindcheck.service.conversation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The pages with a launch that the test names in two headers, and their CSRF protection. */
@TestConfiguration(proxyBeanMethods = false)
class Launched {

  static final String PATIENT = "X-Test-Patient";
  static final String USER = "X-Test-User";
  static final String ORGANISATION = "X-Test-Organisation";

  @Bean
  @Order(-10)
  SecurityFilterChain pagesOfTheTest(HttpSecurity http, Organisations organisations) {
    return http.securityMatcher("/app/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(new Launch(organisations), CsrfFilter.class)
        .build();
  }

  private static final class Launch extends OncePerRequestFilter {
    private final Organisations organisations;

    Launch(Organisations organisations) {
      this.organisations = organisations;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain rest)
        throws ServletException, IOException {
      String patient = request.getHeader(PATIENT);
      if (patient != null) {
        CurrentLaunch.set(
            request,
            new LaunchContext(
                organisations.byCode(request.getHeader(ORGANISATION)).orElseThrow().tenant(),
                request.getHeader(USER),
                patient,
                null,
                Texts.choose(request.getLocale()),
                URI.create("https://epd.example/fhir")));
      }
      rest.doFilter(request, response);
    }
  }
}
