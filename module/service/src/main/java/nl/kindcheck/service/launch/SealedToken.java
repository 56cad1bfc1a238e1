package nl.kindcheck.service.launch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The EPD's access token as it is stored, with what stands beside it. */
final class SealedToken {

  private static final String USE = "epd";

  private final Sealed token;
  private final Instant until;
  private final String scopes;

  SealedToken(byte[] bytes, Instant until, String scopes) {
    this(new Sealed(bytes), until, scopes);
  }

  private SealedToken(Sealed token, Instant until, String scopes) {
    this.token = token;
    this.until = until;
    this.scopes = scopes;
  }

  static SealedToken of(EpdToken token, Key session, URI epd) {
    return new SealedToken(
        Sealed.of(token.value(), USE, session, epd), token.until(), token.scopes());
  }

  byte[] bytes() {
    return token.bytes();
  }

  Instant until() {
    return until;
  }

  String scopes() {
    return scopes;
  }

  /** The token; empty for another session or EPD, and where the bytes were changed. */
  Optional<String> open(Key session, URI epd) {
    return token.open(USE, session, epd);
  }
}
