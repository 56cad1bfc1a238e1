package nl.kindcheck.service.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.tenancy.PolicyJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a policy: what was typed becomes the same document as elsewhere, so that one check
 * serves both, and is shown again as it was typed.
 */
final class PolicyForm {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** How many lines are empty at the end, to be filled in. */
  private static final int SPARE = 2;

  private static final int MOST_LINES = 80;
  private static final String FIRST_OF_EPISODE = "FIRST_OF_EPISODE";

  private final ObjectNode document;

  private PolicyForm(ObjectNode document) {
    this.document = document;
  }

  static PolicyForm of(Policy policy) {
    return new PolicyForm((ObjectNode) PolicyJson.of(policy));
  }

  /**
   * As it was sent.
   *
   * @param sent the fields by the path of what they set
   */
  static PolicyForm of(String version, Map<String, String> sent) {
    ObjectNode top = MAPPER.createObjectNode();
    top.put("version", version);
    for (String name : List.of("effectiveFrom", "enforcement", "fallbackRole", "escalationRole")) {
      text(top, name, sent.get(name));
    }
    for (Setting setting : Setting.values()) {
      if (setting.isNumber()) {
        String[] path = setting.path().split("\\.");
        ObjectNode in =
            top.get(path[0]) instanceof ObjectNode there ? there : top.putObject(path[0]);
        number(in, path[1], sent.get(setting.path()));
      }
    }
    lines(top.putArray("moments"), sent);
    ArrayNode systems = top.putArray("evaluationCodeSystems");
    typed(sent.get("evaluationCodeSystems"))
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .forEach(systems::add);
    text(top, "startedOn", sent.get("startedOn"));
    return new PolicyForm(top);
  }

  private static String typed(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /** What was left empty is not there, which the check says. */
  private static void text(ObjectNode in, String name, @Nullable String value) {
    if (!typed(value).isEmpty()) {
      in.put(name, typed(value));
    }
  }

  private static void number(ObjectNode in, String name, @Nullable String value) {
    if (typed(value).matches("-?[0-9]{1,9}")) {
      in.put(name, Integer.parseInt(typed(value)));
    } else {
      text(in, name, value);
    }
  }

  /** A line of which nothing was chosen or typed is none. */
  private static void lines(ArrayNode all, Map<String, String> sent) {
    for (int i = 0; i < MOST_LINES; i++) {
      String at = "moments[" + i + "].";
      String element = typed(sent.get(at + "element"));
      String system = typed(sent.get(at + "code.system"));
      String code = typed(sent.get(at + "code.code"));
      String moment = typed(sent.get(at + "moment"));
      if ((element + system + code + moment).isEmpty()) {
        continue;
      }
      ObjectNode line = all.addObject();
      text(line, "element", element);
      text(line, "moment", moment);
      if (!(system + code).isEmpty()) {
        ObjectNode inside = line.putObject("code");
        text(inside, "system", system);
        text(inside, "code", code);
      } else if (!element.equals(FIRST_OF_EPISODE)) {
        line.putNull("code");
      }
    }
  }

  JsonNode document() {
    return document;
  }

  /** What stands in a field; empty for nothing. */
  String value(Setting setting) {
    if (setting == Setting.EVALUATION_CODE_SYSTEMS) {
      List<String> lines = new ArrayList<>();
      document.path(setting.path()).forEach(one -> lines.add(one.asString("")));
      return String.join("\n", lines);
    }
    return document.at(setting.pointer()).asString("");
  }

  String effectiveFrom() {
    return document.path("effectiveFrom").asString("");
  }

  /** A line from an encounter to a moment. */
  public record Line(String at, String element, String system, String code, String moment) {}

  /** Those that there are, and some to fill in. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : document.path("moments")) {
      lines.add(
          new Line(
              "moments[" + lines.size() + "]",
              line.path("element").asString(""),
              line.path("code").path("system").asString(""),
              line.path("code").path("code").asString(""),
              line.path("moment").asString("")));
    }
    for (int i = 0; i < SPARE; i++) {
      lines.add(new Line("moments[" + lines.size() + "]", "", "", "", ""));
    }
    return lines;
  }

  /** The field of the form at which a fault is shown: each has its own but for what is inside. */
  static String fieldOf(@Nullable String path) {
    String field = String.valueOf(path);
    if (field.startsWith("evaluationCodeSystems")) {
      return "evaluationCodeSystems";
    }
    if (field.equals("moments")) {
      return "moments[0].element";
    }
    return field.endsWith("].code") ? field + ".code" : field;
  }
}
