package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.platform.Refused;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.springframework.http.HttpStatus;

/**
 * The parameters of an operation, as they were sent. FHIR's own server passes over those it does
 * not know: a slip in a name would be answered as if nothing had been given.
 */
final class GivenParameters {

  private GivenParameters() {}

  /**
   * Refuses others than these.
   *
   * @throws Refused 422 with the name of the first that is not known
   */
  static void only(RequestDetails details, String... known) {
    if (details.getResource() instanceof Parameters given) {
      only(given.getParameter(), "", known);
    }
  }

  /**
   * Refuses others than these among the parts of a parameter.
   *
   * @param in the parameter, with a dot behind it; empty for none
   */
  static void only(List<ParametersParameterComponent> given, String in, String... known) {
    for (ParametersParameterComponent parameter : given) {
      String name = String.valueOf(parameter.getName());
      if (!List.of(known).contains(name)) {
        String shown = in + (name.matches("[A-Za-z-]{1,40}") ? name : "?");
        throw new Refused(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "fhir.parameter-unknown",
            shown,
            Map.of("name", shown, "known", String.join(", ", known)));
      }
    }
  }
}
