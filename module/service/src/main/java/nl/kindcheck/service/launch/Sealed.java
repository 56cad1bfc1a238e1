package nl.kindcheck.service.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Something of the EPD's as it is stored with a session.
 *
 * <p>The attack: whoever reads the database, or an old copy of it, reads what the EPD lent to one
 * clinician. The rule: it is sealed (AES-GCM) with a key made from the secret in the browser's
 * cookie, of which the database holds only a hash. It opens for the EPD that it came from: a
 * changed address opens nothing.
 */
final class Sealed {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  /**
   * @param bytes the nonce, and what it seals
   */
  Sealed(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /**
   * Seals a text for its session alone, each time otherwise.
   *
   * @param use what it is, so that one thing never opens as another
   */
  static Sealed of(String text, String use, Key session, URI epd) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, use, session, epd).doFinal(text.getBytes(UTF_8));
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return new Sealed(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The text; empty for another use, session or EPD, and where the bytes were changed. */
  Optional<String> open(String use, Key session, URI epd) {
    if (bytes.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), use, session, epd);
      byte[] text = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Optional.of(new String(text, UTF_8));
    } catch (GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, byte[] nonce, String use, Key session, URI epd)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode,
        new SecretKeySpec(Secrets.derive(session.secret(), use), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(epd.toString().getBytes(UTF_8));
    return cipher;
  }
}
