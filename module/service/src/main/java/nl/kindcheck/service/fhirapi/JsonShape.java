package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.service.platform.Refused;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goes through a resource as JSON and takes out what FHIR's own parser cannot read or would drop,
 * with the exact place of each: the parser itself knows only the name of the element around it.
 */
final class JsonShape {

  /** The codes of faults that make a body no FHIR. */
  static final Set<String> NO_FHIR = Set.of("fhir.unknown-element", "fhir.wrong-value");

  private static final Set<String> EXTENSIONS = Set.of("extension", "modifierExtension");

  private final BaseRuntimeElementCompositeDefinition<?> extension;
  private final List<Refused.Fault> faults = new ArrayList<>();

  private JsonShape(FhirContext fhir) {
    extension = (BaseRuntimeElementCompositeDefinition<?>) fhir.getElementDefinition("Extension");
  }

  /**
   * Takes it out of the resource. What stands in a list leaves an empty place, so that the others
   * keep theirs.
   *
   * @return one fault for each thing that was taken out
   */
  static List<Refused.Fault> takeOutUnreadable(FhirContext fhir, ObjectNode resource) {
    JsonShape shape = new JsonShape(fhir);
    String type = resource.path("resourceType").asString();
    ObjectNode head = resource.objectNode();
    head.set("resourceType", resource.remove("resourceType"));
    // Resources inside are refused whole: that they are there is the fault.
    JsonNode contained = resource.remove("contained");
    shape.composite(resource, fhir.getResourceDefinition(type), type);
    resource.setAll(head);
    if (contained != null) {
      shape.faults.add(new Refused.Fault("response.contained", type + ".contained", Map.of()));
    }
    return shape.faults;
  }

  private void composite(
      ObjectNode node, BaseRuntimeElementCompositeDefinition<?> definition, String path) {
    for (String name : List.copyOf(node.propertyNames())) {
      JsonNode value = node.get(name);
      boolean readable;
      if (EXTENSIONS.contains(name)) {
        readable = list(value, path + "." + name, (one, at) -> object(one, extension, at));
      } else if (name.equals("id")) {
        readable = value.isString() ? text(value, path + ".id") : wrong(path + ".id");
      } else if (name.startsWith("_")) {
        readable = besidePrimitive(value, definition, name, path);
      } else {
        readable = child(value, definition.getChildByName(name), name, path);
      }
      if (!readable) {
        node.remove(name);
      }
    }
  }

  /** What stands at one place, or at each place of a list. */
  private interface Look {
    boolean isReadable(JsonNode value, String path);
  }

  private boolean child(
      JsonNode value, BaseRuntimeChildDefinition child, String name, String path) {
    BaseRuntimeElementDefinition<?> type = child == null ? null : child.getChildByName(name);
    if (child == null || type == null) {
      return unknown(name, path);
    }
    String here = path + "." + child.getElementName().replace("[x]", "");
    Look look = (one, at) -> element(one, child, type, at);
    return child.getMax() == 1 ? look.isReadable(value, here) : list(value, here, look);
  }

  private boolean list(JsonNode value, String path, Look look) {
    if (!(value instanceof ArrayNode all)) {
      return wrong(path);
    }
    for (int i = 0; i < all.size(); i++) {
      if (!look.isReadable(all.get(i), "%s[%d]".formatted(path, i))) {
        all.set(i, all.objectNode());
      }
    }
    return true;
  }

  private boolean element(
      JsonNode value,
      BaseRuntimeChildDefinition child,
      BaseRuntimeElementDefinition<?> type,
      String path) {
    if (type instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
      return object(value, composite, path);
    }
    if (IPrimitiveType.class.isAssignableFrom(type.getImplementingClass())) {
      return primitive(value, child, type, path);
    }
    // The markup of a narrative, which is not kept.
    return value.isString() ? text(value, path) : wrong(path);
  }

  private boolean object(
      JsonNode value, BaseRuntimeElementCompositeDefinition<?> definition, String path) {
    if (!(value instanceof ObjectNode node)) {
      return wrong(path);
    }
    composite(node, definition, path);
    return true;
  }

  private boolean primitive(
      JsonNode value,
      BaseRuntimeChildDefinition child,
      BaseRuntimeElementDefinition<?> type,
      String path) {
    Class<?> kind = type.getImplementingClass();
    boolean number =
        IntegerType.class.isAssignableFrom(kind) || DecimalType.class.isAssignableFrom(kind);
    boolean fits =
        BooleanType.class.isAssignableFrom(kind)
            ? value.isBoolean()
            : number ? value.isNumber() : value.isString() && !value.asString().isEmpty();
    if (!fits) {
      return wrong(path);
    }
    if (value.isString() && !text(value, path)) {
      return false;
    }
    try {
      var parsed = (IPrimitiveType<?>) type.newInstance(child.getInstanceConstructorArguments());
      parsed.setValueAsString(value.asString());
      return true;
    } catch (DataFormatException | IllegalArgumentException e) {
      return wrong(path);
    }
  }

  /** FHIR allows no control characters but tab and line ends, and no database keeps all of them. */
  private boolean text(JsonNode value, String path) {
    if (SoundJson.hasControls(value.asString())) {
      faults.add(new Refused.Fault("fhir.control-character", path, Map.of()));
      return false;
    }
    return true;
  }

  /** The id and the extensions of a primitive value, which JSON keeps beside it. */
  private boolean besidePrimitive(
      JsonNode value,
      BaseRuntimeElementCompositeDefinition<?> definition,
      String name,
      String path) {
    BaseRuntimeChildDefinition child = definition.getChildByName(name.substring(1));
    BaseRuntimeElementDefinition<?> type =
        child == null ? null : child.getChildByName(name.substring(1));
    if (child == null
        || type == null
        || !IPrimitiveType.class.isAssignableFrom(type.getImplementingClass())) {
      return unknown(name, path);
    }
    String here = path + "." + child.getElementName().replace("[x]", "");
    Look look = this::idAndExtensions;
    return child.getMax() == 1 ? look.isReadable(value, here) : list(value, here, look);
  }

  private boolean idAndExtensions(JsonNode value, String path) {
    if (!(value instanceof ObjectNode node)) {
      return value.isNull() || wrong(path);
    }
    for (String name : List.copyOf(node.propertyNames())) {
      boolean readable =
          name.equals("extension")
              ? list(node.get(name), path + ".extension", (one, at) -> object(one, extension, at))
              : name.equals("id") ? node.get(name).isString() : unknown(name, path);
      if (!readable) {
        node.remove(name);
      }
    }
    return true;
  }

  private boolean unknown(String name, String path) {
    return fault("fhir.unknown-element", path + "." + printable(name), printable(name));
  }

  private boolean wrong(String path) {
    String element = path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
    return fault("fhir.wrong-value", path, element);
  }

  private boolean fault(String code, String path, String element) {
    faults.add(new Refused.Fault(code, path, Map.of("element", element)));
    return false;
  }

  /** The name of an element is letters; anything else is not repeated. */
  private static String printable(String name) {
    return name.matches("_?[A-Za-z]{1,40}") ? name : "?";
  }
}
