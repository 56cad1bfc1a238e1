package nl.kindcheck.service.launch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts.
 *
 * @param idle after this long without a page it has ended
 * @param longest after this long it has ended in any case
 */
@ConfigurationProperties("kindcheck.session")
record SessionSettings(@DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration longest) {

  SessionSettings {
    if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "kindcheck.session: idle is more than nothing, and longest is not shorter than idle.");
    }
  }
}
