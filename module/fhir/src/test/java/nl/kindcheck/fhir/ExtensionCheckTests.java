package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.outcome;
import static nl.kindcheck.fhir.Form.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class ExtensionCheckTests {

  private static final String ROOT = "QuestionnaireResponse.";

  @Test
  void perspectiveAndNatureAreOurCodes() {
    assertFault(
        ROOT + "item[0].extension[0].value",
        "response.unknown-code",
        Map.of(
            "linkId",
            "perspective",
            "system",
            Canonical.codeSystem("perspective"),
            "allowed",
            "child, clinician, home-visit, other-parent, parent, third-party"),
        Form.by(outcome("goes-well"), "neighbour"));
    QuestionnaireResponseItemComponent answered = outcome("goes-well");
    Form.as(answered.getAnswerFirstRep(), "rumour");
    assertFault(
        ROOT + "item[0].answer[0].extension[0].value",
        "response.unknown-code",
        Map.of(
            "linkId",
            "nature",
            "system",
            Canonical.codeSystem("nature"),
            "allowed",
            "fact, opinion"),
        answered);
  }

  @Test
  void ourExtensionsHaveTheirType() {
    assertExtensionFault(Extensions.PERSPECTIVE, new StringType("parent"), "code");
    assertExtensionFault(Extensions.UNVERIFIED, new StringType("true"), "boolean");
    assertExtensionFault(Extensions.ADULT, new StringType("true"), "boolean");
    assertExtensionFault(Extensions.UNDATED, new StringType("true"), "boolean");
    assertExtensionFault(Extensions.PICTURE_DATE, new StringType("2019"), "date");
  }

  private static void assertExtensionFault(String url, Type value, String expected) {
    QuestionnaireResponseItemComponent group = child(text("children.label", "Sam"));
    group.addExtension(new Extension(url, value));
    assertFault(
        ROOT + "item[0].extension[0].value",
        "response.wrong-extension",
        Map.of("expected", expected),
        group);
  }

  @Test
  void anExtensionOfSomebodyElseIsLetThrough() {
    QuestionnaireResponseItemComponent item = outcome("goes-well");
    item.addExtension(new Extension("http://elsewhere.example", new BooleanType(true)));
    assertThat(faults(item)).isEmpty();
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
