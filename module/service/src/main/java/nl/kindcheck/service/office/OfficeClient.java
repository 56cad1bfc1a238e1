package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Optional;
import nl.kindcheck.service.platform.ClientOf;
import org.springframework.stereotype.Component;

/** The session of somebody who signed in: by the hash of its secret, as the database knows it. */
@Component
class OfficeClient implements ClientOf {

  @Override
  public Optional<Client> find(HttpServletRequest request) {
    return OfficeUser.find(request)
        .map(
            user -> new Client(user.access().tenant().value(), ByteBuffer.wrap(user.key().hash())));
  }
}
