package nl.kindcheck.fhir;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.policy.Code;
import tools.jackson.databind.JsonNode;

/**
 * An object of an EPD's JSON with the path it stands at. Lenient about what it does not know,
 * strict about the type of what it reads.
 */
record EpdNode(JsonNode json, String path) {

  /**
   * A whole resource.
   *
   * @throws UnreadableResource where it is no object, or another resource
   */
  static EpdNode resource(JsonNode json, String type) {
    if (!json.isObject()) {
      throw wrong(type, "object");
    }
    EpdNode resource = new EpdNode(json, type);
    if (!resource.text("resourceType").orElse("").equals(type)) {
      throw new UnreadableResource(type, "epd.wrong-resource", Map.of("expected", type));
    }
    return resource;
  }

  Optional<EpdNode> object(String name) {
    Optional<JsonNode> value = value(name);
    value.filter(v -> !v.isObject()).ifPresent(v -> refuse(name, "object"));
    return value.map(v -> new EpdNode(v, path + "." + name));
  }

  List<EpdNode> list(String name) {
    List<EpdNode> list = new ArrayList<>();
    Optional<JsonNode> value = value(name);
    value.filter(v -> !v.isArray()).ifPresent(v -> refuse(name, "array"));
    value.ifPresent(
        array -> {
          for (JsonNode each : array) {
            String here = "%s.%s[%d]".formatted(path, name, list.size());
            if (!each.isObject()) {
              throw wrong(here, "object");
            }
            list.add(new EpdNode(each, here));
          }
        });
    return list;
  }

  /** A text that is not blank. */
  Optional<String> text(String name) {
    Optional<JsonNode> value = value(name);
    value.filter(v -> !v.isString()).ifPresent(v -> refuse(name, "string"));
    return value.map(JsonNode::stringValue).filter(text -> !text.isBlank());
  }

  Optional<Boolean> flag(String name) {
    Optional<JsonNode> value = value(name);
    value.filter(v -> !v.isBoolean()).ifPresent(v -> refuse(name, "boolean"));
    return value.map(JsonNode::booleanValue);
  }

  /** A date or time, as the day in the Netherlands. */
  Optional<PartialDate> date(String name) {
    try {
      return text(name).map(FhirDates::partial);
    } catch (DateTimeException e) {
      throw new UnreadableResource(path + "." + name, "epd.no-such-date", Map.of());
    }
  }

  Optional<Code> coding() {
    return text("code").map(code -> new Code(text("system").orElse(null), code));
  }

  /** The codes of a CodeableConcept. */
  List<Code> codes() {
    return list("coding").stream().flatMap(coding -> coding.coding().stream()).toList();
  }

  /** The reference in an element of type Reference. */
  Optional<String> reference(String name) {
    return object(name).flatMap(reference -> reference.text("reference"));
  }

  String required(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  UnreadableResource missing(String name) {
    return new UnreadableResource(path + "." + name, "epd.missing", Map.of());
  }

  private Optional<JsonNode> value(String name) {
    return json.optional(name).filter(value -> !value.isNull());
  }

  private void refuse(String name, String expected) {
    throw wrong(path + "." + name, expected);
  }

  private static UnreadableResource wrong(String path, String expected) {
    return new UnreadableResource(path, "epd.wrong-type", Map.of("expected", expected));
  }
}
