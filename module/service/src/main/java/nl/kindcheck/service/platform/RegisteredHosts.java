package nl.kindcheck.service.platform;

import java.net.URI;
import java.util.List;

/**
 * What a capability has registered that may be called: each names its own, {@link Outgoing} asks.
 */
@FunctionalInterface
public interface RegisteredHosts {

  /** Addresses of which the host and the port count, and nothing else. */
  List<URI> addresses();

  /**
   * Whether their addresses may be inside a network: only where nobody but whoever starts the
   * service can name them.
   */
  default boolean mayBeInside() {
    return false;
  }
}
