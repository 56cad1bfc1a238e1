package nl.kindcheck.fhir;

import java.time.LocalDate;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A child that an EPD pictures, once, however often it stands there.
 *
 * @param pictured the day of the latest picture that shows it; null where that is undated
 * @param known which child of our own record it is; null where it is none of them
 */
public record SeenChild(
    PicturedChild child, @Nullable LocalDate pictured, @Nullable ChildId known) {

  /** Whether it is certainly 18 or over; one whose birth is not known is not. */
  public boolean isAdultOn(LocalDate day) {
    PartialDate birth = child.birth();
    return birth != null && !birth.lastDay().plusYears(Child.ADULT).isAfter(day);
  }
}
