package nl.kindcheck.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
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

/**
 * The pages with a launch that the test names in headers, and with their protection of forms. Whose
 * record it is must be named; the others have a usual value.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Launched {

  /** With or without its type: {@code Patient/12} or {@code 12}. */
  public static final String PATIENT = "Test-Patient";

  /** With or without its type; usually {@link #ANNA}. */
  public static final String USER = "Test-User";

  /** As in {@code Encounter/12}; usually none. */
  public static final String ENCOUNTER = "Test-Encounter";

  /** Usually {@code haven}. */
  public static final String ORGANISATION = "Test-Organisation";

  /** Usually what the browser prefers. */
  public static final String LANGUAGE = "Test-Language";

  public static final String ANNA = "Practitioner/anna";

  @Bean
  @Order(-100)
  SecurityFilterChain launchedByHeader(HttpSecurity http, Organisations organisations) {
    return http.securityMatcher("/app", "/app/**")
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
        String language = request.getHeader(LANGUAGE);
        String organisation = header(request, ORGANISATION, "haven");
        CurrentLaunch.set(
            request,
            new LaunchContext(
                organisations.byCode(organisation).orElseThrow().tenant(),
                reference("Practitioner", header(request, USER, ANNA)),
                reference("Patient", patient),
                request.getHeader(ENCOUNTER),
                Texts.choose(
                    language == null ? request.getLocale() : Locale.forLanguageTag(language)),
                URI.create(World.fhirServer(organisation))));
      }
      rest.doFilter(request, response);
    }

    private static String reference(String type, String id) {
      return id.startsWith(type + "/") ? id : type + "/" + id;
    }

    private static String header(HttpServletRequest request, String name, String otherwise) {
      String value = request.getHeader(name);
      return value == null ? otherwise : value;
    }
  }
}
