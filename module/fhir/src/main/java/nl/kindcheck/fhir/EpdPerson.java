package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.policy.Code;
import nl.kindcheck.core.rule.Bsn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A contact person out of an EPD's JSON, and only what a Kindcheck may know: never an identifier, a
 * family name, an address or a telephone number.
 *
 * @param id null where it has none
 * @param patient the reference to whose contact person it is; null where it names nobody
 * @param child empty where its relationship does not say that it is a child
 * @param contact empty where it is a child, is no longer there, or is nobody whom we ask about
 */
record EpdPerson(
    @Nullable String id,
    @Nullable String patient,
    Optional<PicturedChild> child,
    Optional<PicturedContact> contact) {

  private static final String QUALIFIER =
      "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier";

  /**
   * @param home where the patient lives; empty where that is not known
   */
  static EpdPerson of(EpdNode person, List<EpdAddress> home, LocalDate today) {
    String id = person.text("id").orElse(null);
    List<Code> relations = relationship(person);
    Optional<PicturedChild> child =
        RelationCodes.findIn(relations)
            .map(
                found ->
                    new PicturedChild(
                        birth(person),
                        null,
                        firstName(person),
                        found.relation(),
                        "RelatedPerson/" + (id == null ? "" : id),
                        EpdAddress.same(home, EpdAddress.of(person, today)),
                        isDeceased(person),
                        !isCurrent(person, today)));
    boolean there = isCurrent(person, today) && !isDeceased(person);
    Optional<PicturedContact> contact =
        PicturedContact.kind(relations)
            .filter(kind -> there)
            .map(kind -> new PicturedContact(firstName(person), kind));
    return new EpdPerson(id, person.reference("patient").orElse(null), child, contact);
  }

  /** A list in R4, one in STU3. */
  private static List<Code> relationship(EpdNode person) {
    if (person.json().path("relationship").isObject()) {
      return person.object("relationship").map(EpdNode::codes).orElse(List.of());
    }
    List<Code> codes = new ArrayList<>();
    person.list("relationship").forEach(concept -> codes.addAll(concept.codes()));
    return codes;
  }

  /** A date that does not exist is a date that is not known. */
  private static @Nullable PartialDate birth(EpdNode person) {
    return Situation.date(person.text("birthDate").orElse(null)).orElse(null);
  }

  private static boolean isCurrent(EpdNode person, LocalDate today) {
    return person.flag("active").orElse(true) && inForce(person.object("period"), today);
  }

  /** Whether a period of FHIR covers a day; without one it does. */
  static boolean inForce(Optional<EpdNode> period, LocalDate today) {
    return new Period(
            period
                .flatMap(p -> p.text("start"))
                .flatMap(Situation::date)
                .map(PartialDate::firstDay)
                .orElse(null),
            period
                .flatMap(p -> p.text("end"))
                .flatMap(Situation::date)
                .map(PartialDate::lastDay)
                .orElse(null))
        .covers(today);
  }

  /** FHIR has no place for it, so EPDs use an extension, or the elements of a Patient. */
  private static boolean isDeceased(EpdNode person) {
    if (person.flag("deceasedBoolean").orElse(false)
        || person.text("deceasedDateTime").isPresent()) {
      return true;
    }
    for (EpdNode extension : person.list("extension")) {
      String url = extension.text("url").orElse("").toLowerCase(Locale.ROOT);
      if (url.substring(url.lastIndexOf('/') + 1).contains("deceased")
          && (extension.flag("valueBoolean").orElse(false)
              || extension.text("valueDateTime").isPresent())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String firstName(EpdNode person) {
    for (EpdNode name : person.list("name")) {
      JsonNode given = name.json().path("given");
      for (int i = 0; i < given.size(); i++) {
        String text = given.path(i).asString("").strip();
        boolean usable =
            !text.isEmpty()
                && text.length() <= ValueCheck.LONGEST_LABEL
                && !Bsn.hiddenIn(text)
                && !isInitial(name.json().path("_given").path(i));
        if (usable) {
          return text;
        }
      }
    }
    return null;
  }

  private static boolean isInitial(JsonNode about) {
    return about
        .path("extension")
        .valueStream()
        .anyMatch(
            e ->
                QUALIFIER.equals(e.path("url").asString(""))
                    && "IN".equals(e.path("valueCode").asString("")));
  }
}
