package nl.kindcheck.service.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.kindcheck.CheckTask;
import nl.kindcheck.service.platform.DomainClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of earlier conversations and is not over: what was agreed, what was asked of the
 * officer, and how the clinician felt.
 *
 * @param agreedOn when the steps were agreed; null where there are none
 * @param feeling null where it was not asked
 */
record UnderWay(
    List<Question> questions,
    @Nullable LocalDate agreedOn,
    List<Step> steps,
    @Nullable GutFeeling feeling) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A question to the officer that is open. */
  record Question(String text, LocalDate on, LocalDate due) {}

  /**
   * A step that was agreed.
   *
   * @param owner null where nobody was named
   * @param by null where no day was named
   */
  record Step(String action, @Nullable String owner, @Nullable PartialDate by) {}

  public boolean isEmpty() {
    return questions.isEmpty() && steps.isEmpty() && feeling == null;
  }

  /**
   * @param responses the latest first
   */
  static UnderWay of(
      List<CheckTask> consults, List<RecordedResponse> responses, @Nullable GutFeeling feeling) {
    List<Question> questions = new ArrayList<>();
    for (CheckTask task : consults) {
      CheckTask.Question asked = task.question();
      if (asked != null) {
        questions.add(new Question(asked.text(), day(task.createdAt()), task.due()));
      }
    }
    for (RecordedResponse response : responses) {
      List<Step> steps = steps(response);
      if (!steps.isEmpty()) {
        return new UnderWay(questions, response.on(), steps, feeling);
      }
    }
    return new UnderWay(questions, null, List.of(), feeling);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, DomainClock.ZONE);
  }

  private static List<Step> steps(RecordedResponse response) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode item : JSON.readTree(response.body()).path("item")) {
      if (item.path("linkId").asString("").equals("follow-up")) {
        answer(item, "follow-up.action", "valueString")
            .ifPresent(
                action ->
                    steps.add(
                        new Step(
                            action,
                            answer(item, "follow-up.owner", "valueString").orElse(null),
                            answer(item, "follow-up.date", "valueDate")
                                .map(PartialDate::parse)
                                .orElse(null))));
      }
    }
    return steps;
  }

  private static Optional<String> answer(JsonNode group, String linkId, String type) {
    for (JsonNode item : group.path("item")) {
      if (item.path("linkId").asString("").equals(linkId)) {
        return item.path("answer").path(0).path(type).asStringOpt();
      }
    }
    return Optional.empty();
  }
}
