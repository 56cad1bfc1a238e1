package nl.kindcheck.service.tenancy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.kindcheck.core.policy.Code;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.MomentMapping;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.policy.PolicyValidation;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * A policy as a JSON document. Everything that is wrong with one is found at once, each fault with
 * the path of its field: what has the wrong form, and what the rules of {@link PolicyValidation} do
 * not allow.
 */
public final class PolicyJson {

  private static final int ISO_DAY = 10;
  private static final JsonMapper MAPPER = new JsonMapper();

  /** What stands in for what cannot be read, so that the rest is looked at as well. */
  private static final Policy STANDARD = Policy.standard();

  private static final MomentMapping ANY_LINE =
      new MomentMapping(MomentMapping.Element.FIRST_OF_EPISODE, null, Moment.INTAKE);

  private final List<Refused.Fault> faults = new ArrayList<>();

  private PolicyJson() {}

  /**
   * What was read.
   *
   * @param policy as far as it could be read; the policy that was meant where there is no fault
   */
  public record Reading(Policy policy, List<Refused.Fault> faults) {

    /**
     * The policy.
     *
     * @throws Refused 422 with every fault
     */
    public Policy orRefuse() {
      if (!faults.isEmpty()) {
        throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults);
      }
      return policy;
    }
  }

  /** Reads a document from outside. */
  public static Reading read(JsonNode document) {
    PolicyJson reader = new PolicyJson();
    Policy policy = reader.policy(document);
    List<Refused.Fault> all = new ArrayList<>(reader.faults);
    for (PolicyValidation.Fault fault : PolicyValidation.faultsOf(policy)) {
      if (all.stream().noneMatch(known -> covers(known.field(), fault.field()))) {
        String code = "policy." + fault.advice().code();
        all.add(new Refused.Fault(code, fault.field(), fault.facts()));
      }
    }
    return new Reading(policy, List.copyOf(all));
  }

  /** What could not be read needs no second fault for what stands in for it. */
  private static boolean covers(@Nullable String known, String field) {
    return known != null
        && (field.equals(known) || field.startsWith(known + ".") || field.startsWith(known + "["));
  }

  /**
   * Reads one of our own, which may have been kept under rules of another time.
   *
   * @throws IllegalStateException where it cannot be read
   */
  static Policy stored(String document) {
    PolicyJson reader = new PolicyJson();
    Policy policy = reader.policy(MAPPER.readTree(document));
    if (!reader.faults.isEmpty()) {
      throw new IllegalStateException(
          "A stored policy cannot be read at " + reader.faults.get(0).field());
    }
    return policy;
  }

  /** The document of a policy. */
  public static JsonNode of(Policy policy) {
    return MAPPER.valueToTree(policy);
  }

  private Policy policy(JsonNode top) {
    known(
        top,
        "",
        "version",
        "effectiveFrom",
        "enforcement",
        "intervals",
        "windows",
        "moments",
        "evaluationCodeSystems",
        "fallbackRole",
        "escalationRole",
        "retention",
        "access",
        "startedOn");
    return new Policy(
        text(top, "", "version", STANDARD.version()),
        day(top, "", "effectiveFrom", STANDARD.effectiveFrom()),
        choice(Enforcement.class, top, "", "enforcement", STANDARD.enforcement()),
        intervals(object(top, "intervals")),
        windows(object(top, "windows")),
        list(top, "moments", this::line),
        list(top, "evaluationCodeSystems", this::textAt),
        text(top, "", "fallbackRole", STANDARD.fallbackRole()),
        text(top, "", "escalationRole", STANDARD.escalationRole()),
        retention(top),
        access(top),
        isGiven(top, "startedOn") ? dayOrNull(top, "", "startedOn") : null);
  }

  private Policy.Intervals intervals(@Nullable JsonNode node) {
    Policy.Intervals s = STANDARD.intervals();
    if (node == null) {
      return s;
    }
    String at = "intervals.";
    known(node, at, "withoutChildren", "withChildren", "withConcerns", "afterDecline");
    return new Policy.Intervals(
        number(node, at, "withoutChildren", s.withoutChildren()),
        number(node, at, "withChildren", s.withChildren()),
        number(node, at, "withConcerns", s.withConcerns()),
        number(node, at, "afterDecline", s.afterDecline()));
  }

  private Policy.Windows windows(@Nullable JsonNode node) {
    Policy.Windows s = STANDARD.windows();
    if (node == null) {
      return s;
    }
    String at = "windows.";
    known(
        node,
        at,
        "eventMetBefore",
        "overdueAfter",
        "urgentOverdueAfter",
        "escalateAfter",
        "longestPostponement");
    return new Policy.Windows(
        number(node, at, "eventMetBefore", s.eventMetBefore()),
        number(node, at, "overdueAfter", s.overdueAfter()),
        number(node, at, "urgentOverdueAfter", s.urgentOverdueAfter()),
        number(node, at, "escalateAfter", s.escalateAfter()),
        number(node, at, "longestPostponement", s.longestPostponement()));
  }

  /** One of before there was a retention to choose, or one of the two, has the standard one. */
  private Policy.Retention retention(JsonNode top) {
    JsonNode node = isGiven(top, "retention") ? object(top, "retention") : null;
    if (node == null) {
      return STANDARD.retention();
    }
    String at = "retention.";
    known(node, at, "logYears", "recordYears");
    Policy.Retention s = STANDARD.retention();
    return new Policy.Retention(
        number(node, at, "logYears", s.logYears()),
        isGiven(node, "recordYears")
            ? number(node, at, "recordYears", s.recordYears())
            : s.recordYears());
  }

  /** One of before there was an access to choose has the standard one. */
  private Policy.Access access(JsonNode top) {
    Policy.Access s = STANDARD.access();
    JsonNode node = isGiven(top, "access") ? object(top, "access") : null;
    if (node == null) {
      return s;
    }
    String at = "access.";
    known(node, at, "careRelationDays", "emergencyMinutes", "emergenciesADay");
    return new Policy.Access(
        number(node, at, "careRelationDays", s.careRelationDays()),
        number(node, at, "emergencyMinutes", s.emergencyMinutes()),
        number(node, at, "emergenciesADay", s.emergenciesADay()));
  }

  private MomentMapping line(JsonNode node, String path) {
    if (!node.isObject()) {
      fault("policy.not-an-object", path);
      return ANY_LINE;
    }
    String at = path + ".";
    known(node, at, "element", "code", "moment");
    var element = choice(MomentMapping.Element.class, node, at, "element", ANY_LINE.element());
    Code code = isGiven(node, "code") ? code(node.get("code"), at + "code") : null;
    return new MomentMapping(element, code, choice(Moment.class, node, at, "moment", Moment.NONE));
  }

  private @Nullable Code code(JsonNode node, String path) {
    if (!node.isObject()) {
      fault("policy.not-an-object", path);
      return null;
    }
    String at = path + ".";
    known(node, at, "system", "code");
    String system = isGiven(node, "system") ? text(node, at, "system", "") : null;
    return new Code(system, text(node, at, "code", "?"));
  }

  private String textAt(JsonNode node, String path) {
    if (!node.isString()) {
      fault("policy.not-a-text", path);
      return "?";
    }
    return node.stringValue();
  }

  private void known(JsonNode node, String at, String... names) {
    Set<String> others = new TreeSet<>(node.propertyNames());
    others.removeAll(Set.of(names));
    others.forEach(name -> fault("policy.unknown-field", at + name));
  }

  private static boolean isGiven(JsonNode node, String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  /** The value; a JSON null where it is missing, which is a fault. */
  private JsonNode required(JsonNode node, String at, String name) {
    if (!isGiven(node, name)) {
      fault("policy.missing", at + name);
      return NullNode.getInstance();
    }
    return node.get(name);
  }

  private @Nullable JsonNode object(JsonNode top, String name) {
    JsonNode node = required(top, "", name);
    if (!node.isObject() && !node.isNull()) {
      fault("policy.not-an-object", name);
    }
    return node.isObject() ? node : null;
  }

  private <T> List<T> list(JsonNode top, String name, BiFunction<JsonNode, String, T> read) {
    JsonNode node = required(top, "", name);
    if (!node.isArray() && !node.isNull()) {
      fault("policy.not-a-list", name);
    }
    List<T> all = new ArrayList<>();
    for (JsonNode one : node) {
      if (node.isArray()) {
        all.add(read.apply(one, name + "[" + all.size() + "]"));
      }
    }
    return all;
  }

  private int number(JsonNode node, String at, String name, int otherwise) {
    JsonNode value = required(node, at, name);
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return value.intValue();
    }
    if (!value.isNull()) {
      fault("policy.not-a-number", at + name);
    }
    return otherwise;
  }

  private String text(JsonNode node, String at, String name, String otherwise) {
    JsonNode value = required(node, at, name);
    if (value.isString()) {
      return value.stringValue();
    }
    if (!value.isNull()) {
      fault("policy.not-a-text", at + name);
    }
    return otherwise;
  }

  private LocalDate day(JsonNode node, String at, String name, LocalDate otherwise) {
    LocalDate day = dayOrNull(node, at, name);
    return day == null ? otherwise : day;
  }

  private @Nullable LocalDate dayOrNull(JsonNode node, String at, String name) {
    JsonNode value = required(node, at, name);
    if (value.isNull()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(value.asString(""));
      // Four digits for the year: the calendars of pages and databases end there.
      if (day.toString().length() == ISO_DAY) {
        return day;
      }
    } catch (DateTimeParseException notADay) {
      // Said below.
    }
    fault("policy.not-a-day", at + name);
    return null;
  }

  private <E extends Enum<E>> E choice(
      Class<E> type, JsonNode node, String at, String name, E otherwise) {
    JsonNode value = required(node, at, name);
    for (E one : type.getEnumConstants()) {
      if (value.isString() && one.name().equals(value.stringValue())) {
        return one;
      }
    }
    if (!value.isNull()) {
      String choices =
          Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
      faults.add(new Refused.Fault("policy.not-a-choice", at + name, Map.of("choices", choices)));
    }
    return otherwise;
  }

  private void fault(String code, String field) {
    faults.add(new Refused.Fault(code, field, Map.of()));
  }
}
