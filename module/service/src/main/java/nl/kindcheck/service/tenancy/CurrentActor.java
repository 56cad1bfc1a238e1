package nl.kindcheck.service.tenancy;

import java.util.Optional;
import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who makes the present request. */
@Component
public class CurrentActor {

  /** An authentication that says who acts. */
  public interface Acting {

    Actor actor();

    /** At which organisation. */
    TenantId tenant();
  }

  /** Empty where nobody is signed in, and where a system called with a token of another kind. */
  public Optional<Actor> find() {
    return acting().map(Acting::actor);
  }

  /** The organisation of whoever is signed in. */
  public Optional<TenantId> tenant() {
    return acting().map(Acting::tenant);
  }

  private static Optional<Acting> acting() {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    return present instanceof Acting acting ? Optional.of(acting) : Optional.empty();
  }

  /**
   * Who makes the present request.
   *
   * @throws Refused 401 where nobody is signed in
   */
  public Actor require() {
    return find().orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "access.nobody", null));
  }
}
