package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.Refused;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ids as they stand in a request. One that is not of ours is not found, whatever it looks like. */
final class Ids {

  private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

  private Ids() {}

  static Refused notFound() {
    return new Refused(HttpStatus.NOT_FOUND, "not-found", null);
  }

  static UUID uuid(IdType id) {
    try {
      UUID uuid = UUID.fromString(id.getIdPart());
      if (uuid.toString().equals(id.getIdPart())) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      // Not an id of ours.
    }
    throw notFound();
  }

  /** A patient of the EPD, as in {@code Patient/12}; what FHIR allows as no id is nobody's. */
  static String patient(IdType id) {
    String part = id.getIdPart();
    if (part == null || !FHIR_ID.matcher(part).matches()) {
      throw notFound();
    }
    return "Patient/" + part;
  }

  /**
   * A reference parameter with its type, as in {@code Patient/12}; null where it was not given.
   *
   * @throws Refused 400 where it refers to something of another type
   */
  static @Nullable String reference(String name, @Nullable ReferenceParam param, String type) {
    if (param == null) {
      return null;
    }
    plain(name, param.getMissing() == null && param.getChain() == null);
    if (param.hasResourceType() && !param.getResourceType().equals(type)) {
      throw new Refused(HttpStatus.BAD_REQUEST, "fhir.wrong-type", name, Map.of("type", type));
    }
    return type + "/" + param.getIdPart();
  }

  /**
   * @param isPlain whether a parameter came without a modifier: to leave one out of account would
   *     give another answer than was asked for
   * @throws Refused 400 where it came with one
   */
  static void plain(String name, boolean isPlain) {
    if (!isPlain) {
      throw new Refused(HttpStatus.BAD_REQUEST, "fhir.modifier", name);
    }
  }

  /** A token parameter without its system; null where it was not given. */
  static @Nullable String code(String name, @Nullable TokenParam param) {
    if (param == null) {
      return null;
    }
    plain(name, param.getModifier() == null && param.getMissing() == null);
    return param.getValue();
  }

  /** The patient of a search, which two parameters can name. */
  static @Nullable String patient(
      @Nullable ReferenceParam patient, @Nullable ReferenceParam subject) {
    return patient == null
        ? reference("subject", subject, "Patient")
        : reference("patient", patient, "Patient");
  }

  /**
   * @throws Refused 400 where a parameter that a search needs was not given
   */
  static String required(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new Refused(
          HttpStatus.BAD_REQUEST, "fhir.parameter-missing", name, Map.of("name", name));
    }
    return value;
  }
}
