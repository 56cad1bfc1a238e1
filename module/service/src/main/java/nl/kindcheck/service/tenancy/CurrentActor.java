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
  }

  /** Empty where nobody is signed in, and where a system called with a token of another kind. */
  public Optional<Actor> find() {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    return present instanceof Acting acting ? Optional.of(acting.actor()) : Optional.empty();
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
