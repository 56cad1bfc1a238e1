package nl.kindcheck.service.launch;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who somebody is in the EPD, as the claim {@code fhirUser} says it. */
public final class ClinicianReference {

  private static final Pattern CLINICIAN =
      Pattern.compile("(?:(.+)/)?(Practitioner(?:Role)?/[A-Za-z0-9.-]{1,64})");

  private ClinicianReference() {}

  /**
   * As in {@code Practitioner/12}; empty for anybody but a clinician of this very EPD.
   *
   * @param fhirUser a reference, with the address of a FHIR server in front of it or without
   */
  public static Optional<String> of(@Nullable String fhirUser, URI fhirServer) {
    Matcher parts = CLINICIAN.matcher(fhirUser == null ? "" : fhirUser);
    boolean ours =
        parts.matches() && (parts.group(1) == null || parts.group(1).equals(fhirServer.toString()));
    return ours ? Optional.of(parts.group(2)) : Optional.empty();
  }
}
