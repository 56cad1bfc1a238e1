package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A child's BSN is refused wherever it hides. 123456782 passes the eleven-test; nobody has it. */
class HiddenBsnTests {

  /** The linkIds on the way to every text of the form. */
  static Stream<List<String>> texts() {
    return paths(Fhir.FORM.questionnaire().getItem(), List.of()).stream();
  }

  private static List<List<String>> paths(
      List<QuestionnaireItemComponent> items, List<String> above) {
    List<List<String>> paths = new ArrayList<>();
    for (QuestionnaireItemComponent item : items) {
      List<String> here = new ArrayList<>(above);
      here.add(item.getLinkId());
      boolean typed =
          item.getType() == QuestionnaireItemType.STRING
              || item.getType() == QuestionnaireItemType.TEXT;
      if (typed && !item.getLinkId().equals("children.id")) {
        paths.add(here);
      }
      paths.addAll(paths(item.getItem(), here));
    }
    return paths;
  }

  @Test
  void theFormHasTexts() {
    assertThat(texts()).hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isFoundInEveryTextOfTheForm(List<String> linkIds) {
    assertThat(Readings.faults(response(linkIds, "Sam, 1234.56.782")))
        .contains(
            new Fault(
                "QuestionnaireResponse" + ".item[0]".repeat(linkIds.size()) + ".answer[0].value",
                "plausibility.bsn",
                Map.of()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anotherNumberIsLetThrough(List<String> linkIds) {
    assertThat(Readings.faults(response(linkIds, "Sam, 1234.56.783")))
        .extracting(Fault::code)
        .doesNotContain("plausibility.bsn");
  }

  @Test
  void isFoundInADisplayAndInATextThatWasCopiedFromTheForm() {
    QuestionnaireResponseItemComponent outcome =
        Form.item(
            "outcome",
            new Coding()
                .setSystem(Canonical.codeSystem("outcome"))
                .setCode("goes-well")
                .setDisplay("Sam 123456782"));
    outcome.setText("Sam 123456782");
    assertThat(Readings.faults(Form.of(outcome)))
        .extracting(Fault::expression)
        .containsExactly(
            "QuestionnaireResponse.item[0].text",
            "QuestionnaireResponse.item[0].answer[0].value.display");
  }

  @Test
  void isFoundInTheReasonOfAnAmendment() {
    QuestionnaireResponse response = Form.of(Form.outcome("goes-well"));
    response.addExtension(
        new Extension(Extensions.AMENDMENT_REASON, new StringType("Was 123456782")));
    assertThat(Readings.faults(response))
        .containsExactly(
            new Fault("QuestionnaireResponse.extension[0].value", "plausibility.bsn", Map.of()));
  }

  private static QuestionnaireResponse response(List<String> linkIds, String text) {
    QuestionnaireResponseItemComponent item = Form.text(linkIds.get(linkIds.size() - 1), text);
    for (int i = linkIds.size() - 2; i >= 0; i--) {
      item = Form.group(linkIds.get(i), item);
    }
    return Form.of(item);
  }
}
