package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.core.policy.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the family situation out of an EPD's JSON; R4 and STU3 are both read. */
final class EpdSituation {

  private EpdSituation() {}

  static Situation of(EpdNode observation) {
    List<Situation.Part> parts = new ArrayList<>();
    for (EpdNode component : observation.list("component")) {
      parts.add(
          new Situation.Part(
              snomed(component),
              component.text("valueDateTime").orElse(null),
              number(component),
              atHome(component)));
    }
    return new Situation(
        "Observation/" + observation.text("id").orElse(""),
        observation.text("status").orElse(null),
        snomed(observation),
        observation
            .text("effectiveDateTime")
            .or(() -> observation.object("effectivePeriod").flatMap(p -> p.text("start")))
            .orElse(null),
        parts);
  }

  private static @Nullable Integer number(EpdNode component) {
    JsonNode integer = component.json().path("valueInteger");
    JsonNode quantity = component.json().path("valueQuantity").path("value");
    JsonNode found = integer.isNumber() ? integer : quantity;
    return found.isNumber() ? (Integer) found.intValue() : null;
  }

  private static @Nullable Boolean atHome(EpdNode component) {
    for (EpdNode extension : component.list("extension")) {
      if (Situation.isLivingAtHome(extension.text("url").orElse(null))) {
        return extension.flag("valueBoolean").orElse(null);
      }
    }
    return null;
  }

  private static List<String> snomed(EpdNode of) {
    return of.object("code").map(EpdNode::codes).orElse(List.of()).stream()
        .filter(code -> Situation.SNOMED.equals(code.system()))
        .map(Code::code)
        .toList();
  }
}
