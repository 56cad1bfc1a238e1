package nl.kindcheck.core.family;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The pregnancy as last stated.
 *
 * @param since the day on which the present status was first stated, or last stated where it ended
 * @param expected the expected date of birth; null where unknown or where there is none
 */
public record Pregnancy(PregnancyStatus status, LocalDate since, @Nullable PartialDate expected)
    implements Serializable {

  public boolean ongoing() {
    return status == PregnancyStatus.YES;
  }
}
