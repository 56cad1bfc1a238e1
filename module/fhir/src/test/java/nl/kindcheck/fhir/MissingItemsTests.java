package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.date;
import static nl.kindcheck.fhir.Form.outcome;
import static nl.kindcheck.fhir.Form.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Missing;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingItemsTests {

  private final QuestionnaireResponse response =
      Form.of(
          outcome("goes-well"),
          child(text("children.label", "Sam"), date("children.birth", "2019-03")),
          child(text("children.label", "Noor"), date("children.birth", "2021-03")));
  private final Conversation conversation = Readings.read(response);

  @Test
  void namesTheItemOfTheWhole() {
    assertThat(expression(Missing.Item.GUT_FEELING, null))
        .isEqualTo("QuestionnaireResponse.item.where(linkId='gut-feeling')");
  }

  @Test
  void namesTheItemInTheGroupOfTheChild() {
    String expression = expression(Missing.Item.BIRTH, conversation.children().get(1));
    assertThat(expression)
        .isEqualTo(
            "QuestionnaireResponse.item.where(linkId='children')[1]"
                + ".item.where(linkId='children.birth')");
    List<IBase> found = Fhir.R4.newFhirPath().evaluate(response, expression, IBase.class);
    assertThat(found).hasSize(1);
    assertThat(((QuestionnaireResponseItemComponent) found.get(0)).getAnswerFirstRep().getValue())
        .hasToString("DateType[2021-03]");
  }

  @Test
  void namesAChildThatNobodySpokeOfByItsId() {
    ChildId other = new ChildId(new UUID(0, 5));
    assertThat(expression(Missing.Item.WELLBEING, other))
        .isEqualTo(
            "QuestionnaireResponse.item.where(linkId='children')"
                + ".where(item.where(linkId='children.id').answer.value="
                + "'00000000-0000-0000-0000-000000000005')"
                + ".item.where(linkId='children.wellbeing')");
    assertThat(expression(Missing.Item.NO_CHILDREN_AGAINST_NAMED_CHILD, other))
        .doesNotContain("children.wellbeing")
        .contains(other.toString());
  }

  @ParameterizedTest
  @EnumSource(Missing.Item.class)
  void everyMissingThingIsAnItemOfTheForm(Missing.Item item) {
    String expression = expression(item, null);
    Set<String> linkIds =
        Arrays.stream(expression.split("'", -1))
            .filter(part -> !part.contains("("))
            .filter(part -> !part.contains(")"))
            .collect(Collectors.toSet());
    assertThat(linkIds).isNotEmpty();
    String form = Fhir.R4.newJsonParser().encodeResourceToString(Fhir.FORM.questionnaire());
    assertThat(linkIds).allSatisfy(id -> assertThat(form).contains("\"linkId\":\"" + id + "\""));
    assertThat(Fhir.R4.newFhirPath().evaluate(response, expression, IBase.class)).isNotNull();
  }

  private String expression(Missing.Item item, @Nullable ChildId child) {
    return MissingItems.expression(new Missing(item, child), conversation);
  }
}
