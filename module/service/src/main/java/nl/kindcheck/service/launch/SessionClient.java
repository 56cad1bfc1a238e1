package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Optional;
import nl.kindcheck.service.platform.ClientOf;
import org.springframework.stereotype.Component;

/** The session of a launch: by the hash of its secret, as the database knows it. */
@Component
class SessionClient implements ClientOf {

  @Override
  public Optional<Client> find(HttpServletRequest request) {
    return SessionFilter.find(request)
        .map(key -> new Client(key.tenant().value(), ByteBuffer.wrap(key.hash())));
  }
}
