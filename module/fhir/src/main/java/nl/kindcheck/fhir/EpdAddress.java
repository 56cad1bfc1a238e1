package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An address in an EPD, for one question only: is it the same one? Nothing of it is kept or shown.
 *
 * @param line street and number, letters and digits only
 * @param postalCode without spaces
 */
record EpdAddress(String line, String postalCode) {

  /** Where a patient lives; empty where that is not known or cannot be read. */
  static List<EpdAddress> ofPatient(@Nullable JsonNode patient, LocalDate today) {
    try {
      return patient == null ? List.of() : of(EpdNode.resource(patient, "Patient"), today);
    } catch (UnreadableResource e) {
      return List.of();
    }
  }

  /** The addresses in force of a person. */
  static List<EpdAddress> of(EpdNode person, LocalDate today) {
    List<EpdAddress> addresses = new ArrayList<>();
    for (EpdNode address : person.list("address")) {
      String line = normal(address.json().path("line").path(0).asString(""));
      String postalCode = normal(address.text("postalCode").orElse(""));
      boolean counts =
          !address.text("use").orElse("").equals("old")
              && EpdPerson.inForce(address.object("period"), today);
      if (counts && !line.isEmpty() && !postalCode.isEmpty()) {
        addresses.add(new EpdAddress(line, postalCode));
      }
    }
    return addresses;
  }

  /** Whether two people share one; null where one of them has none that is known. */
  static @Nullable Boolean same(List<EpdAddress> one, List<EpdAddress> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return null;
    }
    return one.stream().anyMatch(other::contains);
  }

  private static String normal(String text) {
    StringBuilder plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
