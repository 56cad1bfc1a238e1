package nl.kindcheck.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * The form of one conversation as we publish it, and the small structural check of what comes back.
 * What a Kindcheck must hold to count is no business of the form: the rules decide that.
 */
public final class KindcheckForm {

  private static final String PUBLISHED = "/META-INF/kindcheck/fhir/";

  private final Questionnaire questionnaire;
  private final Map<String, FormItem> items;

  private KindcheckForm(Questionnaire questionnaire, Map<String, FormItem> items) {
    this.questionnaire = questionnaire;
    this.items = items;
  }

  /**
   * Reads the form and the code systems that it binds from the published package.
   *
   * @throws IllegalStateException where the package is not on the class path
   */
  public static KindcheckForm load(FhirContext r4) {
    Questionnaire questionnaire = read(r4, Questionnaire.class, "Questionnaire-kindcheck.json");
    return new KindcheckForm(
        questionnaire, FormItem.all(questionnaire.getItem(), valueSet -> choices(r4, valueSet)));
  }

  private static FormItem.Choices choices(FhirContext r4, String valueSet) {
    String name = valueSet.substring(valueSet.lastIndexOf('/') + 1);
    CodeSystem system = read(r4, CodeSystem.class, "CodeSystem-" + name + ".json");
    return new FormItem.Choices(
        system.getUrl(),
        system.getConcept().stream()
            .map(ConceptDefinitionComponent::getCode)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static <T extends IBaseResource> T read(FhirContext r4, Class<T> type, String file) {
    try (InputStream in = KindcheckForm.class.getResourceAsStream(PUBLISHED + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing: add kindcheck-fhir-profiles.");
      }
      return r4.newJsonParser().parseResource(type, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy, so that a caller may add to it. */
  public Questionnaire questionnaire() {
    return questionnaire.copy();
  }

  /** The form as a response names it, for instance {@code https://.../kindcheck|1.0.0}. */
  public String canonicalWithVersion() {
    return questionnaire.getUrl() + "|" + questionnaire.getVersion();
  }

  /** Whether a response is to this form, in this version. */
  boolean isOf(QuestionnaireResponse response) {
    return canonicalWithVersion().equals(response.getQuestionnaire());
  }

  /**
   * What is wrong with the structure of a response: its questionnaire and version, unknown,
   * misplaced or repeated items, values of the wrong type, unknown codes, empty or too long texts.
   * Nothing is required here.
   *
   * @return every fault at once; where the form itself is unknown only that one
   */
  public List<Fault> faultsOf(QuestionnaireResponse response) {
    if (!isOf(response)) {
      String given = response.hasQuestionnaire() ? response.getQuestionnaire() : "";
      boolean known =
          given.equals(questionnaire.getUrl()) || given.startsWith(questionnaire.getUrl() + "|");
      return List.of(
          new Fault(
              "QuestionnaireResponse.questionnaire",
              known ? "response.unknown-version" : "response.unknown-questionnaire",
              Map.of("expected", canonicalWithVersion())));
    }
    return new FormCheck(items).of(response);
  }
}
