package nl.kindcheck.service.epd;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.kindcheck.service.platform.RegisteredHosts;
import org.springframework.stereotype.Component;

/** Of each registered EPD: its FHIR server, and where its keys are. */
@Component
class EpdHosts implements RegisteredHosts {

  private final EpdConnections connections;

  EpdHosts(EpdConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<URI> addresses() {
    return connections.epds().stream()
        .flatMap(epd -> Stream.of(epd.fhirServer(), epd.jwks()))
        .filter(Objects::nonNull)
        .toList();
  }
}
