package nl.kindcheck.fhir;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.policy.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of an EPD's JSON. Lenient about what it does not know, strict about the type of what it
 * reads. Where it stands is worked out for a fault only: this is read while a clinician waits.
 */
final class EpdNode {

  private static final int NOT_IN_A_LIST = -1;

  private final JsonNode json;
  private final @Nullable EpdNode parent;
  private final String name;
  private final int index;

  private EpdNode(JsonNode json, @Nullable EpdNode parent, String name, int index) {
    this.json = json;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** What stands at the top, whatever it is. */
  static EpdNode top(JsonNode json, String name) {
    return new EpdNode(json, null, name, NOT_IN_A_LIST);
  }

  /**
   * A whole resource.
   *
   * @throws UnreadableResource where it is no object, or another resource
   */
  static EpdNode resource(JsonNode json, String type) {
    if (!json.isObject()) {
      throw wrong(type, "object");
    }
    EpdNode resource = top(json, type);
    if (!type.equals(resource.textOrNull("resourceType"))) {
      throw new UnreadableResource(type, "epd.wrong-resource", Map.of("expected", type));
    }
    return resource;
  }

  JsonNode json() {
    return json;
  }

  private String path() {
    String here = index == NOT_IN_A_LIST ? name : name + "[" + index + "]";
    return parent == null ? here : parent.path() + "." + here;
  }

  Optional<EpdNode> object(String element) {
    JsonNode value = value(element);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw wrong(path() + "." + element, "object");
    }
    return Optional.of(new EpdNode(value, this, element, NOT_IN_A_LIST));
  }

  List<EpdNode> list(String element) {
    JsonNode value = value(element);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(path() + "." + element, "array");
    }
    List<EpdNode> list = new ArrayList<>(value.size());
    for (JsonNode each : value) {
      EpdNode node = new EpdNode(each, this, element, list.size());
      if (!each.isObject()) {
        throw wrong(node.path(), "object");
      }
      list.add(node);
    }
    return list;
  }

  /** A text that is not blank. */
  Optional<String> text(String element) {
    return Optional.ofNullable(textOrNull(element));
  }

  private @Nullable String textOrNull(String element) {
    JsonNode value = value(element);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw wrong(path() + "." + element, "string");
    }
    String text = value.stringValue();
    return text.isBlank() ? null : text;
  }

  Optional<Boolean> flag(String element) {
    JsonNode value = value(element);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw wrong(path() + "." + element, "boolean");
    }
    return Optional.of(value.booleanValue());
  }

  /** A date or time, as the day in the Netherlands. */
  Optional<PartialDate> date(String element) {
    String text = textOrNull(element);
    try {
      return text == null ? Optional.empty() : Optional.of(FhirDates.partial(text));
    } catch (DateTimeException e) {
      throw new UnreadableResource(path() + "." + element, "epd.no-such-date", Map.of());
    }
  }

  Optional<Code> coding() {
    String code = textOrNull("code");
    return code == null ? Optional.empty() : Optional.of(new Code(textOrNull("system"), code));
  }

  /** The codes of a CodeableConcept. */
  List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    for (EpdNode coding : list("coding")) {
      coding.coding().ifPresent(codes::add);
    }
    return codes;
  }

  /** The reference in an element of type Reference. */
  Optional<String> reference(String element) {
    return object(element).flatMap(reference -> reference.text("reference"));
  }

  String required(String element) {
    String text = textOrNull(element);
    if (text == null) {
      throw missing(element);
    }
    return text;
  }

  UnreadableResource missing(String element) {
    return new UnreadableResource(path() + "." + element, "epd.missing", Map.of());
  }

  private @Nullable JsonNode value(String element) {
    JsonNode value = json.get(element);
    return value == null || value.isNull() ? null : value;
  }

  private static UnreadableResource wrong(String path, String expected) {
    return new UnreadableResource(path, "epd.wrong-type", Map.of("expected", expected));
  }
}
