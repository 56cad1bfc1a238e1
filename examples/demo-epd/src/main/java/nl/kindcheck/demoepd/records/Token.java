package nl.kindcheck.demoepd.records;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;

/**
 * One value of a FHIR token search. {@code system|} asks for any code of the system, {@code |code}
 * and {@code code} for the code.
 *
 * @param system empty: any
 * @param value empty: any
 */
public record Token(String system, String value) {

  boolean fits(List<Coding> codings) {
    return codings.stream().anyMatch(this::fits);
  }

  private boolean fits(Coding coding) {
    return (system.isEmpty() || system.equals(coding.getSystem()))
        && (value.isEmpty() || value.equals(coding.getCode()));
  }
}
