package nl.kindcheck.demoepd.kindcheck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Reads the Parameters of an operation. */
final class Answers {

  private Answers() {}

  static Optional<String> text(Parameters answer, String name) {
    return values(answer, name).findFirst();
  }

  static List<String> texts(Parameters answer, String name) {
    return values(answer, name).toList();
  }

  /**
   * The reasons, in the service's own words: each has a rule for machines and a text for people.
   */
  static List<String> reasons(Parameters answer) {
    return answer.getParameter().stream()
        .filter(parameter -> "reason".equals(parameter.getName()))
        .flatMap(reason -> reason.getPart().stream())
        .filter(part -> "text".equals(part.getName()))
        .map(ParametersParameterComponent::getValue)
        .map(Type::primitiveValue)
        .toList();
  }

  private static Stream<String> values(Parameters answer, String name) {
    return answer.getParameter().stream()
        .filter(parameter -> name.equals(parameter.getName()))
        .map(ParametersParameterComponent::getValue)
        .filter(Type.class::isInstance)
        .map(Answers::words);
  }

  private static String words(Type value) {
    if (value instanceof Reference reference) {
      return reference.hasDisplay() ? reference.getDisplay() : reference.getReference();
    }
    return value.primitiveValue();
  }
}
