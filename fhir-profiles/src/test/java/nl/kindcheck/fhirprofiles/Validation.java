package nl.kindcheck.fhirprofiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.jspecify.annotations.Nullable;

/** HAPI's validator, offline. Warming it up takes seconds, so each set of definitions has one. */
final class Validation {

  /** Our own definitions on top of FHIR R4. */
  static final Validation OURS = new Validation(Published.definitions());

  private final FhirValidator validator;

  Validation(Stream<? extends MetadataResource> definitions) {
    var given = new PrePopulatedValidationSupport(Published.FHIR);
    var forms = new ArrayList<Questionnaire>();
    definitions.forEach(
        d -> {
          given.addResource(d);
          if (d instanceof Questionnaire form) {
            forms.add(form);
          }
        });
    IValidationSupport chain =
        new ValidationSupportChain(
            given,
            new Forms(forms),
            new DefaultProfileValidationSupport(Published.FHIR),
            new SnapshotGeneratingValidationSupport(Published.FHIR),
            new CommonCodeSystemsTerminologyService(Published.FHIR),
            new InMemoryTerminologyServerValidationSupport(Published.FHIR));
    var module = new FhirInstanceValidator(chain);
    // Narrative and the like: what we publish is read by programs.
    module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    validator = Published.FHIR.newValidator().registerValidatorModule(module);
  }

  /** Every error and warning, as {@code severity place message}. */
  List<String> findings(Resource resource, String... profiles) {
    var options = new ValidationOptions();
    for (var profile : profiles) {
      options.addProfile(profile);
    }
    // Through JSON, because the places in the messages are those of what was read.
    var json = Published.FHIR.newJsonParser().encodeResourceToString(resource);
    return validator.validateWithResult(json, options).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.WARNING) >= 0)
        .map(Validation::line)
        .toList();
  }

  /** The errors alone. */
  List<String> errors(Resource resource, String... profiles) {
    return findings(resource, profiles).stream().filter(f -> !f.startsWith("WARNING")).toList();
  }

  private static String line(SingleValidationMessage message) {
    return message.getSeverity() + " " + message.getLocationString() + " " + message.getMessage();
  }

  /**
   * HAPI's own store of definitions does not find Questionnaires, and a response without one is
   * hardly checked.
   */
  private record Forms(List<Questionnaire> all) implements IValidationSupport {

    @Override
    public FhirContext getFhirContext() {
      return Published.FHIR;
    }

    @Override
    @SuppressWarnings("unchecked") // checked by isInstance
    public <T extends IBaseResource> @Nullable T fetchResource(
        @Nullable Class<T> type, String canonical) {
      return all.stream()
          .filter(
              q ->
                  canonical.equals(q.getUrl())
                      || canonical.equals(q.getUrl() + "|" + q.getVersion()))
          .findFirst()
          .filter(q -> type != null && type.isInstance(q))
          .map(q -> (T) q)
          .orElse(null);
    }
  }
}
