package nl.kindcheck.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.jspecify.annotations.Nullable;

/** Takes the family situation out of HAPI's R4 model. */
final class R4Situation {

  private R4Situation() {}

  static Situation of(Observation observation) {
    return new Situation(
        "Observation/" + observation.getIdElement().getIdPart(),
        observation.hasStatus() ? observation.getStatus().toCode() : null,
        snomed(observation.getCode()),
        date(observation),
        observation.getComponent().stream().map(R4Situation::part).toList());
  }

  private static @Nullable String date(Observation observation) {
    if (observation.hasEffectiveDateTimeType()) {
      return observation.getEffectiveDateTimeType().getValueAsString();
    }
    return observation.hasEffectivePeriod()
        ? observation.getEffectivePeriod().getStartElement().getValueAsString()
        : null;
  }

  private static Situation.Part part(ObservationComponentComponent component) {
    return new Situation.Part(
        snomed(component.getCode()),
        component.hasValueDateTimeType()
            ? component.getValueDateTimeType().getValueAsString()
            : null,
        number(component),
        atHome(component));
  }

  private static @Nullable Integer number(ObservationComponentComponent component) {
    if (component.hasValueIntegerType()) {
      return component.getValueIntegerType().getValue();
    }
    return component.hasValueQuantity() && component.getValueQuantity().hasValue()
        ? component.getValueQuantity().getValue().intValue()
        : null;
  }

  private static @Nullable Boolean atHome(ObservationComponentComponent component) {
    for (Extension extension : component.getExtension()) {
      if (Situation.isLivingAtHome(extension.getUrl())
          && extension.getValue() instanceof BooleanType value) {
        return value.getValue();
      }
    }
    return null;
  }

  private static List<String> snomed(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(coding -> Situation.SNOMED.equals(coding.getSystem()) && coding.hasCode())
        .map(Coding::getCode)
        .toList();
  }
}
