package nl.kindcheck.fhirprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;

/** What a person reads is there in Dutch and in English, in the words of the house. */
class TextsTests {

  private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
  private static final Set<String> READ_BY_PEOPLE =
      Set.of("title", "description", "purpose", "copyright", "text", "prefix");
  private static final Pattern NOT_OUR_WORDS =
      Pattern.compile("\\b(hulp\\w*|risico\\w*|risk\\w*|score[sd]?)\\b", Pattern.CASE_INSENSITIVE);

  @Test
  void everyDutchTextHasItsEnglishTranslation() {
    var untranslated = new ArrayList<String>();
    dutch().forEach(d -> collectUntranslated(d, d.getUrl(), untranslated));

    assertThat(untranslated).isEmpty();
  }

  @Test
  void theFormAndEveryCodeAreDutch() {
    assertThat(
            Published.definitions()
                .filter(
                    d -> Set.of("Questionnaire", "CodeSystem", "ValueSet").contains(d.fhirType())))
        .isNotEmpty()
        .allMatch(d -> "nl".equals(d.getLanguage()));
  }

  @Test
  void theFormSaysThatItsTextsAreNotYetValidated() {
    var form = form();

    assertThat(form.getDescription()).contains("nog niet gevalideerd door professionals");
    assertThat(form.getDescriptionElement().getTranslation("en"))
        .contains("not yet validated by professionals");
  }

  @Test
  void theFormSpeaksTheWordsOfTheHouse() {
    var wrong = new ArrayList<String>();
    everyItem(form().getItem().stream())
        .flatMap(i -> Stream.of(i.getText(), i.getTextElement().getTranslation("en")))
        .filter(text -> NOT_OUR_WORDS.matcher(text).find())
        .forEach(wrong::add);

    assertThat(wrong).isEmpty();
  }

  private static Questionnaire form() {
    return Published.copy(Questionnaire.class, "kindcheck");
  }

  private static Stream<Questionnaire.QuestionnaireItemComponent> everyItem(
      Stream<Questionnaire.QuestionnaireItemComponent> items) {
    return items.flatMap(i -> Stream.concat(Stream.of(i), everyItem(i.getItem().stream())));
  }

  private static Stream<MetadataResource> dutch() {
    return Published.definitions().filter(d -> "nl".equals(d.getLanguage()));
  }

  private static void collectUntranslated(Base element, String place, List<String> into) {
    if (element instanceof ConceptDefinitionComponent concept
        && concept.getDesignation().stream()
            .noneMatch(d -> "en".equals(d.getLanguage()) && d.hasValue())) {
      into.add(place + " " + concept.getCode());
    }
    for (Property property : element.children()) {
      for (Base value : property.getValues()) {
        var here = place + "." + property.getName();
        if (value.isPrimitive()) {
          if (READ_BY_PEOPLE.contains(property.getName()) && !isTranslated((Element) value)) {
            into.add(here + " " + value.primitiveValue());
          }
        } else if (!(value instanceof Extension)) {
          collectUntranslated(value, here, into);
        }
      }
    }
  }

  private static boolean isTranslated(Element text) {
    return text.getExtension().stream()
        .filter(e -> e.getUrl().equals(TRANSLATION))
        .anyMatch(
            e ->
                "en".equals(e.getExtensionString("lang"))
                    && !e.getExtensionString("content").isBlank());
  }
}
