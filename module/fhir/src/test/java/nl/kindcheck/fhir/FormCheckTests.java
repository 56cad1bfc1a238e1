package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.code;
import static nl.kindcheck.fhir.Form.group;
import static nl.kindcheck.fhir.Form.item;
import static nl.kindcheck.fhir.Form.outcome;
import static nl.kindcheck.fhir.Form.text;
import static nl.kindcheck.fhir.Form.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTests {

  private static final String ROOT = "QuestionnaireResponse.";

  @Test
  void aBareResponseHasNoFaults() {
    assertThat(Fhir.FORM.faultsOf(Form.of(outcome("goes-well")))).isEmpty();
  }

  @Test
  void nothingIsRequiredHere() {
    assertThat(Fhir.FORM.faultsOf(Form.of())).isEmpty();
  }

  @Test
  void aDomainMayHoldSeveralStrengths() {
    assertThat(
            faults(
                child(
                    group(
                        "children.domain-child",
                        item(
                            "children.domain-child.strengths",
                            new StringType("Speelt graag"),
                            new StringType("Slaapt goed"))))))
        .isEmpty();
  }

  @Test
  void theFormIsACopyThatNobodyElseSees() {
    Fhir.FORM.questionnaire().getItem().clear();
    assertThat(Fhir.FORM.questionnaire().getItem()).isNotEmpty();
    assertThat(Fhir.FORM.canonicalWithVersion())
        .isEqualTo("https://kindcheck.example/fhir/Questionnaire/kindcheck|1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|2.0.0", "|1", "|", ""})
  void anotherVersionOrNoneIsUnknown(String version) {
    QuestionnaireResponse response = Form.of(group("nobody-knows"));
    response.setQuestionnaire(Canonical.questionnaire() + version);
    assertThat(Fhir.FORM.faultsOf(response))
        .containsExactly(
            new Fault(
                ROOT + "questionnaire",
                "response.unknown-version",
                Map.of("expected", Fhir.FORM.canonicalWithVersion())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/Questionnaire/kindcheck|1.0.0",
        "https://kindcheck.example/fhir/Questionnaire/kindcheck2|1.0.0"
      })
  void anotherQuestionnaireIsUnknown(String canonical) {
    QuestionnaireResponse response = Form.of();
    response.setQuestionnaire(canonical);
    assertThat(Fhir.FORM.faultsOf(response))
        .extracting(Fault::code)
        .containsExactly("response.unknown-questionnaire");
  }

  @Test
  void noQuestionnaireIsUnknownToo() {
    QuestionnaireResponse response = Form.of();
    response.setQuestionnaire(null);
    assertThat(Fhir.FORM.faultsOf(response))
        .extracting(Fault::code)
        .containsExactly("response.unknown-questionnaire");
  }

  @Test
  void anUnknownItemIsNotLookedInto() {
    assertFault(
        ROOT + "item[0].linkId",
        "response.unknown-item",
        Map.of(),
        group("bsn", group("bsn-too", text("outcome", ""))));
  }

  @Test
  void anItemWithoutALinkIdIsUnknown() {
    assertFault(
        ROOT + "item[0].linkId",
        "response.unknown-item",
        Map.of(),
        new QuestionnaireResponseItemComponent());
  }

  @Test
  void anItemOfAChildStandsInTheGroupOfAChild() {
    assertFault(
        ROOT + "item[1].linkId",
        "response.misplaced-item",
        Map.of("linkId", "children.label"),
        outcome("goes-well"),
        text("children.label", "Sam"));
  }

  @Test
  void anItemOfTheWholeDoesNotStandInTheGroupOfAChild() {
    assertFault(
        ROOT + "item[0].item[1].linkId",
        "response.misplaced-item",
        Map.of("linkId", "outcome"),
        child(text("children.label", "Sam"), outcome("goes-well")));
  }

  @Test
  void aQuestionIsAskedOnce() {
    assertFault(
        ROOT + "item[1]",
        "response.repeated-item",
        Map.of("linkId", "outcome"),
        outcome("goes-well"),
        outcome("goes-well"));
  }

  @Test
  void aDomainStandsOnceInAChild() {
    assertFault(
        ROOT + "item[0].item[1]",
        "response.repeated-item",
        Map.of("linkId", "children.domain-child"),
        child(
            group("children.domain-child", text("children.domain-child.strengths", "Speelt")),
            group("children.domain-child", text("children.domain-child.concerns", "Slaapt"))));
  }

  @Test
  void aQuestionHasOneAnswer() {
    assertFault(
        ROOT + "item[0].answer[1]",
        "response.more-than-one-answer",
        Map.of("linkId", "parent-words"),
        item("parent-words", new StringType("Het gaat."), new StringType("Of niet.")));
  }

  @Test
  void aGroupHasNoAnswer() {
    QuestionnaireResponseItemComponent group = child(text("children.label", "Sam"));
    group.addAnswer().setValue(new StringType("Sam"));
    assertFault(
        ROOT + "item[0].answer[0]",
        "response.not-allowed-here",
        Map.of("linkId", "children"),
        group);
  }

  @Test
  void aQuestionHasNoItems() {
    QuestionnaireResponseItemComponent question = outcome("goes-well");
    question.addItem(text("reason", "Zo."));
    assertFault(
        ROOT + "item[0].item[0]",
        "response.not-allowed-here",
        Map.of("linkId", "outcome"),
        question);
  }

  @Test
  void anAnswerHasNoItems() {
    QuestionnaireResponseItemComponent question = outcome("goes-well");
    question.getAnswerFirstRep().addItem(text("reason", "Zo."));
    assertFault(
        ROOT + "item[0].answer[0].item[0]",
        "response.not-allowed-here",
        Map.of("linkId", "outcome"),
        question);
  }

  @Test
  void aHelpTextHasNoAnswer() {
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.wrong-type",
        Map.of("linkId", "help-why", "expected", "display"),
        text("help-why", "Omdat."));
  }

  @Test
  void aGroupOfAChildSaysSomething() {
    assertFault(
        ROOT + "item[0]",
        "response.empty-group",
        Map.of("linkId", "children"),
        child(item("children.label")));
  }

  @Test
  void anAnswerHasAValue() {
    QuestionnaireResponseItemComponent question = item("outcome");
    question.addAnswer();
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.empty-answer",
        Map.of("linkId", "outcome"),
        question);
  }

  @Test
  void anExtensionAloneIsNoValue() {
    StringType absent = new StringType();
    absent.addExtension(new Extension("http://elsewhere.example", new CodeType("unknown")));
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.empty-answer",
        Map.of("linkId", "parent-words"),
        item("parent-words", absent));
  }

  @Test
  void everyTypeOfQuestionRefusesAnotherTypeOfValue() {
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.wrong-type",
        Map.of("linkId", "outcome", "expected", "choice"),
        text("outcome", "goes-well"));
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.wrong-type",
        Map.of("linkId", "parent-words", "expected", "text"),
        code("parent-words", "outcome", "goes-well"));
    assertFault(
        ROOT + "item[0].item[0].answer[0].value",
        "response.wrong-type",
        Map.of("linkId", "children.label", "expected", "string"),
        child(yes("children.label")));
    assertFault(
        ROOT + "item[0].item[0].answer[0].value",
        "response.wrong-type",
        Map.of("linkId", "children.birth", "expected", "date"),
        child(text("children.birth", "2019-03")));
    assertFault(
        ROOT + "item[0].item[0].answer[0].value",
        "response.wrong-type",
        Map.of("linkId", "children.died", "expected", "boolean"),
        child(text("children.died", "true")));
  }

  @Test
  void aCodeIsOneOfTheForm() {
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.unknown-code",
        Map.of(
            "linkId",
            "gut-feeling",
            "system",
            Canonical.codeSystem("gut-feeling"),
            "allowed",
            "niet-pluis, pluis, twijfel"),
        code("gut-feeling", "fijn"));
  }

  @Test
  void aKnownCodeWithoutItsSystemOrOfAnotherIsUnknown() {
    assertThat(faults(item("outcome", new Coding().setCode("goes-well"))))
        .extracting(Fault::code)
        .containsExactly("response.unknown-code");
    assertThat(faults(code("outcome", "wellbeing", "goes-well")))
        .extracting(Fault::code)
        .containsExactly("response.unknown-code");
  }

  @Test
  void whetherItWasDiscussedIsNeverUnknown() {
    assertThat(faults(code("discussed", "answer", "unknown")))
        .extracting(f -> f.facts().get("allowed"))
        .containsExactly("no, yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\n "})
  void aTextWithoutWordsIsRefused(String blank) {
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.blank-text",
        Map.of("linkId", "parent-words"),
        text("parent-words", blank));
  }

  @Test
  void aLabelIsShortAndATextIsNotEndless() {
    assertThat(faults(child(text("children.label", "x".repeat(60))))).isEmpty();
    assertFault(
        ROOT + "item[0].item[0].answer[0].value",
        "response.too-long",
        Map.of("linkId", "children.label", "longest", "60"),
        child(text("children.label", "x".repeat(61))));
    assertThat(faults(text("parent-words", "x".repeat(20_000)))).isEmpty();
    assertFault(
        ROOT + "item[0].answer[0].value",
        "response.too-long",
        Map.of("linkId", "parent-words", "longest", "20000"),
        text("parent-words", "x".repeat(20_001)));
  }

  @Test
  void anAnswerThatAnotherAnswerRulesOutIsRefused() {
    assertFault(
        ROOT + "item[1]",
        "response.not-asked",
        Map.of("linkId", "pregnancy-expected", "question", "pregnancy"),
        code("pregnancy", "no"),
        Form.date("pregnancy-expected", "2026-05"));
    assertFault(
        ROOT + "item[1]",
        "response.not-asked",
        Map.of("linkId", "reason", "question", "outcome"),
        outcome("goes-well"),
        text("reason", "Zo."));
    assertThat(faults(outcome("declined"), text("reason", "Zo."))).isEmpty();
  }

  @Test
  void anAnswerToAQuestionThatWasNotOpenedYetIsLetThrough() {
    assertThat(faults(Form.date("pregnancy-expected", "2026-05"), text("reason", "Zo."))).isEmpty();
  }

  @Test
  void whatChangesTheMeaningOfAllIsNotUnderstood() {
    QuestionnaireResponse response = Form.of(outcome("goes-well"));
    response.addModifierExtension(
        new Extension("http://elsewhere.example/not", new BooleanType(true)));
    response
        .getItemFirstRep()
        .addModifierExtension(new Extension("http://elsewhere.example/not", new BooleanType(true)));
    assertThat(Fhir.FORM.faultsOf(response))
        .containsExactly(
            new Fault(ROOT + "modifierExtension[0]", "response.modifier-extension", Map.of()),
            new Fault(
                ROOT + "item[0].modifierExtension[0]", "response.modifier-extension", Map.of()));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThat(
            faults(
                outcome("fine"),
                group("nobody-knows"),
                child(text("children.label", " ")),
                text("parent-words", "")))
        .extracting(Fault::code)
        .containsExactly(
            "response.unknown-code",
            "response.unknown-item",
            "response.blank-text",
            "response.blank-text");
  }

  private static void assertFault(
      String expression,
      String code,
      Map<String, String> facts,
      QuestionnaireResponseItemComponent... items) {
    assertThat(faults(items)).containsExactly(new Fault(expression, code, facts));
  }

  private static List<Fault> faults(QuestionnaireResponseItemComponent... items) {
    return Fhir.FORM.faultsOf(Form.of(items));
  }
}
