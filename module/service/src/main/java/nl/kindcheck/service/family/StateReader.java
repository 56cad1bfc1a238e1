package nl.kindcheck.service.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.KindcheckState.ChildInShort;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the state of a family as {@link RecordJson} writes it, by hand: every hook reads one, and
 * the general way costs several times as much as all rules together.
 */
final class StateReader {

  private static final JsonMapper TREES = new JsonMapper();

  private StateReader() {}

  static KindcheckState read(String json) {
    JsonNode state = TREES.readTree(json);
    return new KindcheckState(
        care(state.path("care")),
        list(state.path("events"), StateReader::event),
        list(state.path("children"), StateReader::child),
        orNull(state.path("pregnancy"), StateReader::pregnancy),
        orNull(state.path("lastComplete"), StateReader::check),
        list(state.path("since"), StateReader::check));
  }

  private static Care care(JsonNode care) {
    return new Care(
        Care.Status.valueOf(text(care, "status")), day(care, "since"), day(care, "patientDied"));
  }

  private static CareEvent event(JsonNode event) {
    return new CareEvent(
        CareEvent.Kind.valueOf(text(event, "kind")),
        LocalDate.parse(text(event, "on")),
        text(event, "reference"));
  }

  private static ChildInShort child(JsonNode child) {
    return new ChildInShort(
        new ChildId(UUID.fromString(text(child, "id"))),
        partial(child, "birth"),
        child.required("died").booleanValue());
  }

  private static Pregnancy pregnancy(JsonNode pregnancy) {
    return new Pregnancy(
        PregnancyStatus.valueOf(text(pregnancy, "status")),
        LocalDate.parse(text(pregnancy, "since")),
        partial(pregnancy, "expected"));
  }

  private static Check check(JsonNode check) {
    return new Check(
        new ResponseId(UUID.fromString(text(check, "id"))),
        LocalDate.parse(text(check, "on")),
        Outcome.valueOf(text(check, "outcome")),
        Standing.valueOf(text(check, "standing")),
        check.required("raisesAttention").booleanValue(),
        day(check, "postponedUntil"));
  }

  private static String text(JsonNode of, String name) {
    return of.required(name).stringValue();
  }

  private static @Nullable LocalDate day(JsonNode of, String name) {
    return orNull(of.path(name), value -> LocalDate.parse(value.stringValue()));
  }

  private static @Nullable PartialDate partial(JsonNode of, String name) {
    return orNull(of.path(name), value -> PartialDate.parse(value.stringValue()));
  }

  private static <T> @Nullable T orNull(JsonNode value, Function<JsonNode, T> read) {
    return value.isMissingNode() || value.isNull() ? null : read.apply(value);
  }

  private static <T> List<T> list(JsonNode values, Function<JsonNode, T> read) {
    List<T> list = new ArrayList<>(values.size());
    for (JsonNode value : values) {
      list.add(read.apply(value));
    }
    return list;
  }
}
