package nl.kindcheck.service.platform;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The websites that may call the APIs from a browser, by organisation. */
@FunctionalInterface
public interface AllowedOrigins {

  /** An organisation that is not in it has none. */
  Map<UUID, Set<String>> byOrganisation();
}
