package nl.kindcheck.service.conversation;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.kindcheck.service.World.OUTSIDE;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** What the Haven's EPD says of the children around a patient, played by WireMock. Nobody real. */
final class EpdChildren {

  private static final String FHIR = "/haven/fhir/";

  private EpdChildren() {}

  static void persons(String patient, String... persons) {
    persons(patient, okJson(bundle("", persons)));
  }

  static void persons(String patient, ResponseDefinitionBuilder answer) {
    answers("RelatedPerson", patient, answer);
  }

  static void situations(String patient, String... observations) {
    answers("Observation", patient, okJson(bundle("", observations)));
  }

  static void answers(String type, String patient, ResponseDefinitionBuilder answer) {
    OUTSIDE.stubFor(
        get(urlPathEqualTo(FHIR + type))
            .withQueryParam("patient", equalTo(patient))
            .withHeader("Authorization", equalTo("Bearer a-token"))
            .willReturn(answer));
  }

  static void home(String patient, String line, String postalCode) {
    OUTSIDE.stubFor(
        get(urlPathEqualTo(FHIR + "Patient/" + patient))
            .willReturn(
                okJson(
                    "{\"resourceType\": \"Patient\", \"id\": \"%s\", \"address\": [{\"line\": [\"%s\"], \"postalCode\": \"%s\"}]}"
                        .formatted(patient, line, postalCode))));
  }

  /** The usual EPD: contact persons, no picture of the family, an address of the patient. */
  static void usual(String patient, String... persons) {
    persons(patient, persons);
    situations(patient);
    home(patient, "Verzonnenlaan 1", "1234 AB");
  }

  static String bundle(String links, String... resources) {
    StringBuilder entries = new StringBuilder();
    for (String resource : resources) {
      entries.append(entries.isEmpty() ? "" : ",").append("{\"resource\": ").append(resource);
      entries.append('}');
    }
    return "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"link\": [%s], \"entry\": [%s]}"
        .formatted(links, entries);
  }

  static String child(String patient, String given, String birth, String... more) {
    return """
    {"resourceType": "RelatedPerson", "id": "r-%s", "patient": {"reference": "Patient/%s"},
     "identifier": [{"system": "http://fhir.nl/fhir/NamingSystem/bsn", "value": "111222333"}],
     "telecom": [{"value": "06-geheim"}],
     "relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "NCHILD"}]}],
     "name": [{"family": "Achternaam", "given": ["%s"]}]%s%s}\
    """
        .formatted(
            given.replaceAll("[^A-Za-z]", ""),
            patient,
            given,
            birth.isEmpty() ? "" : ", \"birthDate\": \"" + birth + "\"",
            more.length == 0 ? "" : ", " + String.join(", ", more));
  }

  static String livesAt(String line, String postalCode) {
    return "\"address\": [{\"line\": [\"%s\"], \"postalCode\": \"%s\"}]"
        .formatted(line, postalCode);
  }

  /** The national picture of the family with children at home. */
  static String situation(String patient, String on, String... births) {
    StringBuilder children = new StringBuilder();
    for (String birth : births) {
      children.append(children.isEmpty() ? "" : ",");
      children.append(
          """
          {"code": {"coding": [{"system": "http://snomed.info/sct", "code": "67822003"}]}, "valueDateTime": "%s",
           "extension": [{"url": "http://nictiz.nl/fhir/StructureDefinition/ext-FamilySituation.Child.LivingAtHome", "valueBoolean": true}]}\
          """
              .formatted(birth));
    }
    return """
    {"resourceType": "Observation", "id": "f-%s", "status": "final", "subject": {"reference": "Patient/%s"},
     "code": {"coding": [{"system": "http://snomed.info/sct", "code": "365470003"}]},
     "effectiveDateTime": "%s", "component": [%s]}\
    """
        .formatted(patient, patient, on, children);
  }
}
