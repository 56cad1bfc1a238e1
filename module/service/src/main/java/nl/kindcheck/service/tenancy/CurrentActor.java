package nl.kindcheck.service.tenancy;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in with a bearer token, for the log. */
@Component
public class CurrentActor {

  public Optional<Actor> find() {
    return access().map(access -> new Actor(access.user(), Role.SYSTEM, "fhir"));
  }

  /** The organisation of whoever is signed in. */
  public Optional<TenantId> tenant() {
    return access().map(Access::tenant);
  }

  private static Optional<Access> access() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof AccessToken token
        ? Optional.of(token.access())
        : Optional.empty();
  }
}
