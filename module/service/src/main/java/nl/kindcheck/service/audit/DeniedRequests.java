package nl.kindcheck.service.audit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Takes note of who is refused before anything is done: when the answer leaves, that is forgotten.
 */
@Component
class DeniedRequests implements AuthorizationEventPublisher {

  @Override
  public <T> void publishAuthorizationEvent(
      Supplier<@Nullable Authentication> who, T what, @Nullable AuthorizationResult result) {
    if (result != null && !result.isGranted()) {
      Doing.bySignedIn();
    }
  }
}
