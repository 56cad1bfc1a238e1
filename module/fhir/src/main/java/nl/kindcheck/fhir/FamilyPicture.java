package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What an EPD says of the family. It is unverified: it prefills a form and completes nothing.
 *
 * @param numberOfChildren null where the EPD does not say
 * @param numberAtHome null where the EPD does not say
 * @param date the day the picture was made; null where it is undated
 * @param expectedDelivery the expected date of birth; null where the EPD does not say
 */
public record FamilyPicture(
    List<PicturedChild> children,
    @Nullable Integer numberOfChildren,
    @Nullable Integer numberAtHome,
    @Nullable LocalDate date,
    @Nullable PartialDate expectedDelivery) {

  /** A picture that says nothing, which never means that there are no children. */
  public static final FamilyPicture NOTHING = new FamilyPicture(List.of(), null, null, null, null);

  public FamilyPicture {
    children = List.copyOf(children);
  }
}
