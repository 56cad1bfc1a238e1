package nl.kindcheck.service.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Finds out whose a request is that a security chain let through: each chain names its own. */
@FunctionalInterface
public interface ClientOf {

  /**
   * Who sends.
   *
   * @param organisation the tenant
   * @param client the one who is counted; never shown and never logged
   */
  record Client(UUID organisation, Object client) {}

  /** Empty where it is nobody that this chain knows. */
  Optional<Client> find(HttpServletRequest request);
}
