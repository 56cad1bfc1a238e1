package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.item;
import static nl.kindcheck.fhir.Form.outcome;
import static nl.kindcheck.fhir.Form.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.junit.jupiter.api.Test;

/** One fault neither hides another nor makes one up. */
class FormCheckFollowingTests {

  private static final String ROOT = "QuestionnaireResponse.";

  @Test
  void aCodingWithoutACodeIsUnknown() {
    assertThat(faults(item("outcome", new Coding().setSystem(Canonical.codeSystem("outcome")))))
        .extracting(Fault::expression, Fault::code)
        .containsExactly(tuple(ROOT + "item[0].answer[0].value", "response.unknown-code"));
  }

  @Test
  void anUnknownCodeDoesNotSayWhatElseIsAsked() {
    assertThat(faults(outcome("later"), text("reason", "Te moe.")))
        .extracting(Fault::expression)
        .containsExactly(ROOT + "item[0].answer[0].value");
  }

  @Test
  void anItemInTheWrongPlaceIsCheckedAsWhatItIs() {
    assertThat(faults(text("children.birth", "2019-03")))
        .extracting(Fault::expression, Fault::code)
        .containsExactly(
            tuple(ROOT + "item[0].linkId", "response.misplaced-item"),
            tuple(ROOT + "item[0].answer[0].value", "response.wrong-type"));
  }

  private static List<Fault> faults(QuestionnaireResponseItemComponent... items) {
    return Fhir.FORM.faultsOf(Form.of(items));
  }
}
