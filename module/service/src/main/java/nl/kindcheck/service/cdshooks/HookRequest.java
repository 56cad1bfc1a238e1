package nl.kindcheck.service.cdshooks;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of a hook, read from its body.
 *
 * @param patient the patient's id, without its type
 * @param encounter the encounter's id; null for a hook that has none
 * @param user who has the record open, as a reference
 * @param fhirServer where the EPD says its FHIR server is; null where it did not
 * @param token the access token for it; null where none was given
 * @param prefetch what the EPD sent along; a missing node where it sent nothing
 */
record HookRequest(
    Hook hook,
    String instance,
    String patient,
    @Nullable String encounter,
    String user,
    @Nullable URI fhirServer,
    @Nullable String token,
    JsonNode prefetch) {

  /** The hooks that Kindcheck answers. */
  enum Hook {
    ENCOUNTER_START("encounter-start", true),
    PATIENT_VIEW("patient-view", false),
    ENCOUNTER_DISCHARGE("encounter-discharge", true);

    private final String name;
    private final boolean aboutEncounter;

    Hook(String name, boolean aboutEncounter) {
      this.name = name;
      this.aboutEncounter = aboutEncounter;
    }

    String hookName() {
      return name;
    }

    /** Whether the hook is about one encounter, which must then be known. */
    boolean aboutEncounter() {
      return aboutEncounter;
    }

    static Optional<Hook> named(String name) {
      for (Hook hook : values()) {
        if (hook.name.equals(name)) {
          return Optional.of(hook);
        }
      }
      return Optional.empty();
    }
  }

  String patientReference() {
    return "Patient/" + patient;
  }

  /** Whether a reference, relative or whole, is to the patient of the call. */
  boolean isAboutPatient(String subject) {
    return subject.equals(patientReference()) || subject.endsWith("/" + patientReference());
  }

  @Nullable String encounterReference() {
    return encounter == null ? null : "Encounter/" + encounter;
  }
}
