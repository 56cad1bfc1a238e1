package nl.kindcheck.service.access;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With what the EPD is asked about care where nobody launched.
 *
 * @param epdSecrets by the code of an organisation: the secret that its EPD gave us; an EPD without
 *     one is not asked, and what it told in its hooks counts alone
 */
@ConfigurationProperties("kindcheck.care-relation")
record EpdAccessSettings(Map<String, String> epdSecrets) {

  EpdAccessSettings {
    epdSecrets = epdSecrets == null ? Map.of() : Map.copyOf(epdSecrets);
  }

  Optional<String> secret(String organisation) {
    return Optional.ofNullable(epdSecrets.get(organisation)).filter(secret -> !secret.isBlank());
  }

  /** Never a secret: a record's own would show them in a log. */
  @Override
  public String toString() {
    return "EpdAccessSettings";
  }
}
