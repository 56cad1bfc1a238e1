package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.service.platform.Refused;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ids as they stand in a request. One that is not of ours is not found, whatever it looks like. */
final class Ids {

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

  /** A reference parameter with its type, as in {@code Patient/12}; null where it was not given. */
  static @Nullable String reference(@Nullable ReferenceParam param, String type) {
    if (param == null) {
      return null;
    }
    if (param.hasResourceType() && !param.getResourceType().equals(type)) {
      throw new Refused(
          HttpStatus.BAD_REQUEST, "fhir.wrong-type", param.getResourceType(), Map.of("type", type));
    }
    return type + "/" + param.getIdPart();
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
