package nl.kindcheck.demoepd.records;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;

/**
 * The kinds of encounter that this EPD knows. The codes are its own, as every EPD has its own;
 * Kindcheck's policy maps what it needs from the class and from the place in the episode.
 */
public enum ContactKind {
  INTAKE("AMB", "Intake"),
  TREATMENT("AMB", "Behandelcontact"),
  CRISIS("EMER", "Crisis"),
  ADMISSION("IMP", "Opname");

  static final String SYSTEM = "https://demo-epd.example/fhir/CodeSystem/contact-kind";
  static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  private final String actCode;
  private final String display;

  ContactKind(String actCode, String display) {
    this.actCode = actCode;
    this.display = display;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with a code; empty where there is none. */
  public static Optional<ContactKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /**
   * The kind of an encounter. One that came in over FHIR may lack our type; its class then says
   * what it is.
   */
  public static ContactKind of(Encounter encounter) {
    return encounter.getType().stream()
        .flatMap(type -> type.getCoding().stream())
        .filter(coding -> SYSTEM.equals(coding.getSystem()))
        .flatMap(coding -> of(coding.getCode()).stream())
        .findFirst()
        .orElseGet(() -> ofClass(encounter.getClass_().getCode()));
  }

  private static ContactKind ofClass(String code) {
    return switch (code == null ? "" : code) {
      case "EMER" -> CRISIS;
      case "IMP" -> ADMISSION;
      default -> TREATMENT;
    };
  }

  Coding encounterClass() {
    return new Coding(ACT_CODE, actCode, null);
  }

  CodeableConcept type() {
    return new CodeableConcept(new Coding(SYSTEM, code(), display)).setText(display);
  }
}
