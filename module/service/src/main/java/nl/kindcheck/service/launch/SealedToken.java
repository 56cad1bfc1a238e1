package nl.kindcheck.service.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The EPD's access token as it is stored.
 *
 * <p>The attack: whoever reads the database, or an old copy of it, reads every open patient's
 * record in the EPD. The rule: it is sealed (AES-GCM) with a key made from the secret in the
 * browser's cookie, of which the database holds only a hash. It opens for the EPD that it came
 * from: a changed address opens nothing.
 */
final class SealedToken {

  private static final String USE = "epd";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;
  private final Instant until;
  private final String scopes;

  /**
   * @param bytes the nonce, and what it seals
   */
  SealedToken(byte[] bytes, Instant until, String scopes) {
    this.bytes = bytes.clone();
    this.until = until;
    this.scopes = scopes;
  }

  /** Seals a token for its session alone, each time otherwise. */
  static SealedToken of(EpdToken token, Key session, URI epd) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, session, epd)
              .doFinal(token.value().getBytes(US_ASCII));
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return new SealedToken(all, token.until(), token.scopes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  Instant until() {
    return until;
  }

  String scopes() {
    return scopes;
  }

  /** The token; empty for another session or EPD, and where the bytes were changed. */
  Optional<String> open(Key session, URI epd) {
    if (bytes.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), session, epd);
      byte[] token = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Optional.of(new String(token, US_ASCII));
    } catch (GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, byte[] nonce, Key session, URI epd)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode,
        new SecretKeySpec(Secrets.derive(session.secret(), USE), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(epd.toString().getBytes(UTF_8));
    return cipher;
  }
}
