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
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The pages as somebody sees them who opened Kindcheck from the EPD. Who that is and whose record
 * it is, a header of the request says instead of a launch.
 */
@Import(PagesTest.Launched.class)
public abstract class PagesTest extends FhirTest {

  protected static final String PATIENT = "Test-Patient";
  protected static final String LANGUAGE = "Test-Language";
  protected static final String ORGANISATION = "Test-Organisation";
  protected static final String USER = "Test-User";

  /** Opens a page of a patient in Dutch. */
  protected Answer page(String patient, String path) {
    return page(patient, path, "nl");
  }

  protected Answer page(String patient, String path, String language) {
    return send(
        request(path)
            .header("Accept", "text/html")
            .header(PATIENT, patient)
            .header(LANGUAGE, language));
  }

  /** In place of the launch. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Launched {

    @Bean
    @Order(-100)
    SecurityFilterChain launchedByHeader(HttpSecurity http, Organisations organisations) {
      OncePerRequestFilter launch =
          new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
              String patient = request.getHeader(PATIENT);
              if (patient != null) {
                CurrentLaunch.set(request, context(organisations, request, patient));
              }
              rest.doFilter(request, response);
            }
          };
      return http.securityMatcher("/app", "/app/**")
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .addFilterBefore(launch, AuthorizationFilter.class)
          .build();
    }

    private static LaunchContext context(
        Organisations organisations, HttpServletRequest request, String patient) {
      return new LaunchContext(
          organisations.byCode(header(request, ORGANISATION, "haven")).orElseThrow().tenant(),
          "Practitioner/" + header(request, USER, "anna"),
          "Patient/" + patient,
          "Encounter/one",
          Locale.forLanguageTag(header(request, LANGUAGE, "nl")),
          URI.create(World.OUTSIDE.baseUrl() + "/haven/fhir"));
    }

    private static String header(HttpServletRequest request, String name, String otherwise) {
      String value = request.getHeader(name);
      return value == null ? otherwise : value;
    }
  }
}
