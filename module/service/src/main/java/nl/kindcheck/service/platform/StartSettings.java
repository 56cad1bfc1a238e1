package nl.kindcheck.service.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Looks whether what has no safe default was set, before anything starts. Outside the demo profile
 * a missing database or identity provider stops the start and says what to set: a default would
 * open an empty record, or open access.
 */
public class StartSettings implements ApplicationListener<ApplicationPreparedEvent> {

  private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

  static {
    REQUIRED.put(
        "spring.datasource.url",
        "the PostgreSQL database, for instance jdbc:postgresql://db/kindcheck");
    REQUIRED.put(
        "spring.datasource.username",
        "a login that is a member of the role kindcheck_app and of nothing else");
    REQUIRED.put(
        "spring.flyway.user", "the owner of the schema, who migrates it (a different login)");
    REQUIRED.put(
        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
        "the identity provider, for instance https://id.example/realms/kindcheck");
    REQUIRED.put("kindcheck.public-url", "the address at which EPDs reach this service");
  }

  /** What is missing. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(List<String> lines) {
      super(String.join(System.lineSeparator(), lines), null, false, false);
    }
  }

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      return;
    }
    List<String> missing = new ArrayList<>();
    REQUIRED.forEach(
        (name, what) -> {
          if (environment.getProperty(name, "").isBlank()) {
            missing.add("- " + name + ": " + what);
          }
        });
    if (!missing.isEmpty()) {
      throw new Missing(missing);
    }
  }
}
