package nl.kindcheck.fhir;

import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A child as an EPD pictures it; unverified.
 *
 * @param birth null where the EPD does not say
 * @param atHome whether it lives with the patient; null where the EPD does not say
 * @param label a first name; null where the EPD gives none
 * @param relation null where the EPD does not say which
 * @param source the reference to where it was read, for instance {@code Observation/12}
 * @param sameAddress whether its address is the patient's; null where one of them is not known
 * @param deceased whether the EPD says that it died
 * @param ended whether the EPD says that the relationship is no longer in force
 */
public record PicturedChild(
    @Nullable PartialDate birth,
    @Nullable Boolean atHome,
    @Nullable String label,
    @Nullable Relation relation,
    String source,
    @Nullable Boolean sameAddress,
    boolean deceased,
    boolean ended) {

  /** One of whom the EPD says nothing about an address, nor that anything ended. */
  public PicturedChild(
      @Nullable PartialDate birth,
      @Nullable Boolean atHome,
      @Nullable String label,
      @Nullable Relation relation,
      String source) {
    this(birth, atHome, label, relation, source, null, false, false);
  }
}
