package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.rule.Bsn;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an EPD knows of the family: the national picture in its R4 draft and in STU3, contact
 * persons, an expected delivery. A picture that says nothing never means that there are no
 * children.
 */
public final class FamilyPictures {

  private static final String EXPECTED_DELIVERY = "161714006";

  /** The qualifier of a given name that is only an initial. */
  private static final String QUALIFIER =
      "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier";

  private FamilyPictures() {}

  /** The picture in an Observation of Nictiz' R4 draft; nothing in any other one. */
  public static FamilyPicture fromR4(Observation observation) {
    return R4Situation.of(observation).picture();
  }

  /** The picture in a zib FamilySituation of STU3 (zib 2017); nothing in any other Observation. */
  public static FamilyPicture fromStu3(org.hl7.fhir.dstu3.model.Observation observation) {
    return Stu3Situation.of(observation).picture();
  }

  /**
   * The children among contact persons: those whose relationship says so. A sibling only where it
   * is certainly under 18, because siblings are asked about for adolescents. Undated.
   *
   * @param today the day on which a relationship must hold
   */
  public static FamilyPicture fromRelatedPersons(List<RelatedPerson> persons, LocalDate today) {
    List<PicturedChild> children = new ArrayList<>();
    for (RelatedPerson person : persons) {
      if (isCurrent(person, today)) {
        RelationCodes.find(person.getRelationship())
            .map(found -> child(person, found.relation()))
            .filter(child -> child.relation() != Relation.SIBLING || isMinor(child, today))
            .ifPresent(children::add);
      }
    }
    return new FamilyPicture(children, null, null, null, null);
  }

  private static boolean isCurrent(RelatedPerson person, LocalDate today) {
    boolean inactive = person.hasActive() && !person.getActive();
    return !inactive
        && new Period(
                date(person.getPeriod().getStartElement()).map(PartialDate::firstDay).orElse(null),
                date(person.getPeriod().getEndElement()).map(PartialDate::lastDay).orElse(null))
            .covers(today);
  }

  private static PicturedChild child(RelatedPerson person, @Nullable Relation relation) {
    return new PicturedChild(
        date(person.getBirthDateElement()).orElse(null),
        null,
        person.getName().stream()
            .flatMap(name -> firstName(name).stream())
            .findFirst()
            .orElse(null),
        relation,
        "RelatedPerson/" + person.getIdElement().getIdPart());
  }

  private static boolean isMinor(PicturedChild child, LocalDate today) {
    PartialDate birth = child.birth();
    return birth != null && birth.lastDay().plusYears(Child.ADULT).isAfter(today);
  }

  /** A first name and never more: no family name, no initial, no number. */
  private static Optional<String> firstName(HumanName name) {
    return name.getGiven().stream()
        .filter(given -> !"IN".equals(Extensions.value(given, QUALIFIER).orElse("")))
        .map(StringType::getValue)
        .filter(given -> given != null && !given.isBlank())
        .map(String::strip)
        .filter(given -> given.length() <= ValueCheck.LONGEST_LABEL && !Bsn.hiddenIn(given))
        .findFirst();
  }

  /** The expected date of birth in an Observation of the estimated date of delivery. */
  public static FamilyPicture pregnancy(Observation observation) {
    boolean counts =
        observation.getCode().getCoding().stream()
                .anyMatch(
                    coding ->
                        Situation.SNOMED.equals(coding.getSystem())
                            && EXPECTED_DELIVERY.equals(coding.getCode()))
            && observation.getStatus() != ObservationStatus.ENTEREDINERROR
            && observation.getStatus() != ObservationStatus.CANCELLED;
    if (!counts || !observation.hasValueDateTimeType()) {
      return FamilyPicture.NOTHING;
    }
    LocalDate made =
        observation.hasEffectiveDateTimeType()
            ? date(observation.getEffectiveDateTimeType()).map(PartialDate::firstDay).orElse(null)
            : null;
    return new FamilyPicture(
        List.of(), null, null, made, date(observation.getValueDateTimeType()).orElse(null));
  }

  private static Optional<PartialDate> date(BaseDateTimeType date) {
    return Situation.date(date.getValueAsString());
  }
}
