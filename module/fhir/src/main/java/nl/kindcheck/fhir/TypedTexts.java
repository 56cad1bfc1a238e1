package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.core.rule.Plausibility;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Every text of a response that somebody may have typed, wherever it hides. */
final class TypedTexts {

  private final List<Plausibility.Text> texts = new ArrayList<>();

  private TypedTexts() {}

  static List<Plausibility.Text> of(QuestionnaireResponse response) {
    TypedTexts all = new TypedTexts();
    for (int i = 0; i < response.getExtension().size(); i++) {
      if (response.getExtension().get(i).getValue() instanceof StringType text) {
        all.add("QuestionnaireResponse.extension[%d].value".formatted(i), text.getValue());
      }
    }
    if (response.hasText()) {
      all.add("QuestionnaireResponse.text.div", response.getText().getDivAsString());
    }
    all.display("subject", response.getSubject());
    all.display("encounter", response.getEncounter());
    all.display("author", response.getAuthor());
    all.display("source", response.getSource());
    all.items(response.getItem(), "QuestionnaireResponse");
    return all.texts;
  }

  private void display(String element, Reference reference) {
    String path = "QuestionnaireResponse." + element;
    add(path + ".display", reference.getDisplay());
    add(path + ".identifier.value", reference.getIdentifier().getValue());
  }

  private void items(List<QuestionnaireResponseItemComponent> items, String path) {
    for (int i = 0; i < items.size(); i++) {
      QuestionnaireResponseItemComponent item = items.get(i);
      String here = "%s.item[%d]".formatted(path, i);
      add(here + ".text", item.getText());
      // The id of a known child is compared whole with the ids we gave; nothing hides in it.
      if (!LinkIds.CHILD_ID.equals(item.getLinkId())) {
        answers(item.getAnswer(), here);
      }
      items(item.getItem(), here);
    }
  }

  private void answers(List<QuestionnaireResponseItemAnswerComponent> answers, String path) {
    for (int i = 0; i < answers.size(); i++) {
      String here = "%s.answer[%d].value".formatted(path, i);
      if (answers.get(i).getValue() instanceof StringType text) {
        add(here, text.getValue());
      } else if (answers.get(i).getValue() instanceof Coding coding) {
        add(here + ".display", coding.getDisplay());
      }
    }
  }

  private void add(String path, @Nullable String text) {
    if (text != null) {
      texts.add(new Plausibility.Text(path, text));
    }
  }
}
