package nl.kindcheck.service.fhirapi;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.fhir.SecurityLabels;
import nl.kindcheck.service.tenancy.Grant;
import nl.kindcheck.service.tenancy.GranularScopes;
import nl.kindcheck.service.tenancy.SmartScope;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The queries of granular scopes that can be kept to: those with a search parameter that the
 * endpoint offers for the type, and that can be told from the resource itself.
 */
@Component
class ScopeQueries implements GranularScopes {

  /** Says nothing of a patient. */
  private static final Set<String> OF_NOBODY = Set.of("Questionnaire");

  private static final Set<String> WHOLE = Set.of("QuestionnaireResponse", "Provenance");

  private static final String PATIENT = ScopeQueries.class.getName();

  private static final Map<String, BiPredicate<IBaseResource, String>> KNOWN =
      Map.ofEntries(
          entry("CarePlan?patient", ScopeQueries::isOf),
          entry("CarePlan?subject", ScopeQueries::isOf),
          entry("Flag?patient", ScopeQueries::isOf),
          entry("Goal?patient", ScopeQueries::isOf),
          entry("Goal?subject", ScopeQueries::isOf),
          entry("Observation?patient", ScopeQueries::isOf),
          entry("Observation?subject", ScopeQueries::isOf),
          entry("Observation?code", (r, code) -> hasCode(((Observation) r).getCode(), code)),
          entry("Observation?focus", (r, focus) -> isOneOf(((Observation) r).getFocus(), focus)),
          entry("Provenance?patient", ScopeQueries::isOf),
          entry("QuestionnaireResponse?patient", ScopeQueries::isOf),
          entry("QuestionnaireResponse?subject", ScopeQueries::isOf),
          entry(
              "QuestionnaireResponse?encounter",
              (r, encounter) ->
                  isOneOf(List.of(((QuestionnaireResponse) r).getEncounter()), encounter)),
          entry("RelatedPerson?patient", ScopeQueries::isOf),
          entry("Task?patient", ScopeQueries::isOf),
          entry(
              "Task?status",
              (r, status) ->
                  ((Task) r).getStatus() != null && ((Task) r).getStatus().toCode().equals(status)),
          entry("Task?owner", (r, owner) -> isOneOf(List.of(((Task) r).getOwner()), owner)));

  @Override
  public boolean understands(SmartScope scope, String type) {
    return scope.resourceType().equals(type)
        && scope.query().keySet().stream().allMatch(name -> KNOWN.containsKey(type + "?" + name));
  }

  /** Whether a resource is among what was granted. */
  static boolean covers(Grant grant, IBaseResource resource) {
    return grant.reaches().stream().anyMatch(reach -> covers(grant, reach, resource));
  }

  private static boolean covers(Grant grant, Grant.Reach reach, IBaseResource resource) {
    return (!reach.ofThePatient() || isOfNobody(resource) || isThePatients(grant, resource))
        && matches(resource, reach.query());
  }

  /**
   * Whether a resource may go out: under a patient scope nothing that is shielded, whoever asks.
   * What was received as a whole, and where something came from, hold what is shielded beside the
   * rest and stay as a whole.
   */
  static boolean mayLeave(Grant grant, IBaseResource resource) {
    boolean open = !WHOLE.contains(resource.fhirType()) && !SecurityLabels.isShielded(resource);
    return grant.reaches().stream()
        .filter(reach -> open || !reach.patientScope())
        .anyMatch(reach -> covers(grant, reach, resource));
  }

  private static boolean isOfNobody(IBaseResource resource) {
    return OF_NOBODY.contains(resource.fhirType());
  }

  private static boolean isThePatients(Grant grant, IBaseResource resource) {
    return grant.patient() != null && grant.patient().equals(patientOf(resource));
  }

  private static boolean matches(IBaseResource resource, Map<String, String> query) {
    return query.entrySet().stream()
        .allMatch(
            part -> {
              var known = KNOWN.get(resource.fhirType() + "?" + part.getKey());
              return known != null && known.test(resource, part.getValue());
            });
  }

  /** Notes whose resource it is, where the resource itself does not say. */
  static <T extends Resource> T of(String patient, T resource) {
    resource.setUserData(PATIENT, patient);
    return resource;
  }

  /** As in {@code Patient/12}; null where a resource names nobody, which then nobody reaches. */
  private static @Nullable String patientOf(IBaseResource resource) {
    if (((Base) resource).getUserData(PATIENT) instanceof String patient) {
      return patient;
    }
    for (String name : List.of("subject", "patient", "for")) {
      var property = ((Base) resource).getNamedProperty(name);
      if (property != null
          && property.getValues().size() == 1
          && property.getValues().get(0) instanceof Reference reference) {
        return reference.getReference();
      }
    }
    return null;
  }

  private static boolean isOf(IBaseResource resource, String patient) {
    String full = patient.startsWith("Patient/") ? patient : "Patient/" + patient;
    return full.equals(patientOf(resource));
  }

  /** With the system in front of it, or the code alone, which is one of ours. */
  private static boolean hasCode(CodeableConcept concept, String code) {
    int bar = code.indexOf('|');
    String system = bar < 0 ? Canonical.codeSystem("topic") : code.substring(0, bar);
    String wanted = code.substring(bar + 1);
    return concept.getCoding().stream()
        .anyMatch(c -> system.equals(c.getSystem()) && wanted.equals(c.getCode()));
  }

  private static boolean isOneOf(List<Reference> references, String wanted) {
    return references.stream()
        .map(Reference::getReference)
        .filter(Objects::nonNull)
        .anyMatch(r -> r.equals(wanted) || r.endsWith("/" + wanted));
  }
}
