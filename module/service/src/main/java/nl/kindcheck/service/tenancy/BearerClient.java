package nl.kindcheck.service.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.kindcheck.service.platform.ClientOf;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who signed in with a bearer token. */
@Component
class BearerClient implements ClientOf {

  @Override
  public Optional<Client> find(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof AccessToken token
        ? Optional.of(new Client(token.access().tenant().value(), token.access().user()))
        : Optional.empty();
  }
}
