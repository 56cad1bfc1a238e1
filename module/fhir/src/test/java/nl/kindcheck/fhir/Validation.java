package nl.kindcheck.fhir;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HAPI's validator with what we publish, offline. It takes seconds to warm up: once for all. */
final class Validation {

  private static final String PUBLISHED = "/META-INF/kindcheck/fhir/";
  private static final FhirValidator VALIDATOR = validator();

  private Validation() {}

  /** The errors in a resource against the profile that it claims. */
  static List<String> errors(DomainResource resource) {
    return VALIDATOR
        .validateWithResult(Fhir.R4.newJsonParser().encodeResourceToString(resource))
        .getMessages()
        .stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(m -> m.getLocationString() + " " + m.getMessage())
        .toList();
  }

  private static FhirValidator validator() {
    PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(Fhir.R4);
    for (JsonNode entry : JsonMapper.shared().readTree(open("index.json"))) {
      if (!entry.path("example").booleanValue() && entry.path("url").isString()) {
        ours.addResource(
            Fhir.R4.newJsonParser().parseResource(open(entry.path("file").stringValue())));
      }
    }
    FhirInstanceValidator module =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                ours,
                new DefaultProfileValidationSupport(Fhir.R4),
                new CommonCodeSystemsTerminologyService(Fhir.R4),
                new InMemoryTerminologyServerValidationSupport(Fhir.R4)));
    module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    return Fhir.R4.newValidator().registerValidatorModule(module);
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(Validation.class.getResourceAsStream(PUBLISHED + file), file);
  }
}
