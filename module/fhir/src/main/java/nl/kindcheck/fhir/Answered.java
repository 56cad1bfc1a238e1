package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.Optional;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * One answer that passed the structural check.
 *
 * @param path where its value stands
 * @param perspective as stated on the answer, its item or a group around it; null where none does
 * @param nature the same
 */
record Answered(
    String linkId,
    Type value,
    String path,
    @Nullable Perspective perspective,
    @Nullable Nature nature) {

  /** A text without the white space around it. */
  String text() {
    return string().strip();
  }

  <E extends Enum<E> & Coded> E code(Class<E> type) {
    String code = ((Coding) value).getCode();
    return Coded.find(type, code)
        .orElseThrow(() -> new IllegalStateException(linkId + " has a code that core lacks."));
  }

  boolean isTrue() {
    return value instanceof BooleanType b && b.booleanValue();
  }

  PartialDate date() {
    return PartialDate.parse(string());
  }

  /** The day; empty where only a month or a year is given. */
  Optional<LocalDate> day() {
    return date().day() == null ? Optional.empty() : Optional.of(date().firstDay());
  }

  private String string() {
    return ((PrimitiveType<?>) value).getValueAsString();
  }
}
