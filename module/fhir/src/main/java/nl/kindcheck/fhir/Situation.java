package nl.kindcheck.fhir;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.family.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The national picture of the family, taken out of the model of its FHIR version. The R4 draft and
 * the STU3 building block differ in integer or quantity and in the address of one extension; what
 * they say is the same.
 *
 * @param source the reference to the Observation
 * @param status as FHIR's code; null where it has none
 * @param codes the SNOMED codes of what is observed
 * @param date when it was observed; null where it is undated
 */
record Situation(
    String source,
    @Nullable String status,
    List<String> codes,
    @Nullable String date,
    List<Part> parts) {

  private static final String FAMILY_SITUATION = "365470003";
  private static final String NUMBER_OF_CHILDREN = "224118004";
  private static final String NUMBER_AT_HOME = "55811000146107";
  private static final String CHILD = "67822003";
  private static final Set<String> NOT_OBSERVED = Set.of("entered-in-error", "cancelled");

  static final String SNOMED = "http://snomed.info/sct";

  /** Nictiz' extension, of whose address several spellings exist. */
  private static final String NICTIZ = "http://nictiz.nl/fhir/structuredefinition/";

  private static final String LIVING_AT_HOME = "livingathome";

  /**
   * One component.
   *
   * @param codes its SNOMED codes
   * @param date its value as a date; null where it is something else
   * @param number its value as a number; null where it is something else
   * @param atHome whether the child lives at home; null where that is not said
   */
  record Part(
      List<String> codes,
      @Nullable String date,
      @Nullable Integer number,
      @Nullable Boolean atHome) {}

  static boolean isLivingAtHome(@Nullable String url) {
    String lower = url == null ? "" : url.toLowerCase(Locale.ROOT);
    return lower.startsWith(NICTIZ) && lower.contains(LIVING_AT_HOME);
  }

  /** A date as an EPD gives it; empty where it gives none or one that does not exist. */
  static Optional<PartialDate> date(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(FhirDates::partial);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  FamilyPicture picture() {
    if (!codes.contains(FAMILY_SITUATION) || (status != null && NOT_OBSERVED.contains(status))) {
      return FamilyPicture.NOTHING;
    }
    List<PicturedChild> children = new ArrayList<>();
    for (Part part : parts) {
      if (part.codes().contains(CHILD)) {
        children.add(
            new PicturedChild(date(part.date()).orElse(null), part.atHome(), null, null, source));
      }
    }
    return new FamilyPicture(
        children,
        number(NUMBER_OF_CHILDREN),
        number(NUMBER_AT_HOME),
        date(date).map(PartialDate::firstDay).orElse(null),
        null);
  }

  private @Nullable Integer number(String code) {
    return parts.stream()
        .filter(part -> part.codes().contains(code))
        .flatMap(part -> Optional.ofNullable(part.number()).stream())
        .findFirst()
        .orElse(null);
  }
}
