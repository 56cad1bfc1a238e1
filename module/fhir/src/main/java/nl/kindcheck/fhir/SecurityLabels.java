package nl.kindcheck.fhir;

import nl.kindcheck.core.disclosure.Sensitivity;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.Statement;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;

/**
 * FHIR security labels. All that we give is restricted; what is shielded from the parent is very
 * restricted and not for the patient. Beside it stands what the rule found, in codes of our own,
 * because no published code says that one parent speaks of another.
 */
public final class SecurityLabels {

  static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  static final String PROVENANCE = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

  private static final Coding RESTRICTED = coding(CONFIDENTIALITY, "R");
  private static final Coding VERY_RESTRICTED = coding(CONFIDENTIALITY, "V");

  /** No disclosure to the patient without whoever treats them. */
  private static final Coding NOT_FOR_THE_PATIENT = coding(ACT_CODE, "NOPAT");

  /** Reported by somebody who knows the patient. */
  private static final Coding REPORTED_BY_ANOTHER = coding(PROVENANCE, "PACQRPT");

  private SecurityLabels() {}

  /** Labels what is about a statement. */
  static void put(Resource resource, Statement statement) {
    if (Shielding.isShielded(statement)) {
      shielded(resource);
    } else {
      restricted(resource);
    }
    Meta meta = resource.getMeta();
    for (Sensitivity mark : Shielding.marks(statement)) {
      meta.addSecurity(coding(Canonical.codeSystem("sensitivity"), mark.code()));
      if (mark == Sensitivity.FROM_ANOTHER) {
        meta.addSecurity(REPORTED_BY_ANOTHER.copy());
      }
    }
  }

  /** Labels what holds nothing that is shielded. */
  static void restricted(Resource resource) {
    resource.getMeta().addSecurity(RESTRICTED.copy());
  }

  /** Labels what the parent does not get to read. */
  public static void shielded(Resource resource) {
    resource.getMeta().addSecurity(VERY_RESTRICTED.copy());
    resource.getMeta().addSecurity(NOT_FOR_THE_PATIENT.copy());
  }

  /** Whether a resource is labelled as not for the patient. */
  public static boolean isShielded(IBaseResource resource) {
    return resource.getMeta().getSecurity().stream()
        .anyMatch(
            label ->
                ACT_CODE.equals(label.getSystem())
                    && NOT_FOR_THE_PATIENT.getCode().equals(label.getCode()));
  }

  private static Coding coding(String system, String code) {
    return new Coding().setSystem(system).setCode(code);
  }
}
