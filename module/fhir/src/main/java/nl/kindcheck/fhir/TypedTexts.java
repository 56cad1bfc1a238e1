package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import nl.kindcheck.core.rule.Plausibility;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;

/** Every text and number of a response that somebody may have typed, wherever it hides. */
final class TypedTexts {

  /** Of these the EPD makes the values, and nine digits in them are its own number. */
  private static final Set<String> MADE =
      Set.of(
          "base64Binary",
          "boolean",
          "canonical",
          "code",
          "date",
          "dateTime",
          "id",
          "instant",
          "oid",
          "time",
          "uri",
          "url",
          "uuid");

  private static final Set<String> BSN_SYSTEMS =
      Set.of("http://fhir.nl/fhir/NamingSystem/bsn", "urn:oid:2.16.840.1.113883.2.4.6.3");

  private final List<Plausibility.Text> texts = new ArrayList<>();
  private final Set<Base> idsOfChildren;

  private TypedTexts(Set<Base> idsOfChildren) {
    this.idsOfChildren = idsOfChildren;
  }

  static List<Plausibility.Text> of(QuestionnaireResponse response) {
    TypedTexts all = new TypedTexts(idsOfChildren(response));
    Primitives.of(response, all::look);
    if (response.hasText()) {
      String words = response.getText().getDivAsString();
      String path = "QuestionnaireResponse.text.div";
      all.texts.add(new Plausibility.Text(path, words));
      all.texts.add(new Plausibility.Text(path, words.replaceAll("<[^>]*>", "")));
    }
    return all.texts;
  }

  private void look(String path, Base in, Base value) {
    boolean own =
        in instanceof Identifier identifier
            && path.equals("QuestionnaireResponse.identifier.value")
            && !BSN_SYSTEMS.contains(String.valueOf(identifier.getSystem()));
    boolean reference = in instanceof Reference && path.endsWith(".reference");
    if (!own && !reference && !MADE.contains(value.fhirType()) && !idsOfChildren.contains(in)) {
      texts.add(new Plausibility.Text(path, value.primitiveValue()));
    }
  }

  /** The id of a known child is compared whole with the ids we gave; nothing hides in it. */
  private static Set<Base> idsOfChildren(QuestionnaireResponse response) {
    Set<Base> answers = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(response.getItem(), answers);
    return answers;
  }

  private static void collect(List<QuestionnaireResponseItemComponent> items, Set<Base> answers) {
    for (QuestionnaireResponseItemComponent item : items) {
      if (LinkIds.CHILD_ID.equals(item.getLinkId())) {
        answers.addAll(item.getAnswer());
      }
      for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
        collect(answer.getItem(), answers);
      }
      collect(item.getItem(), answers);
    }
  }
}
