package nl.kindcheck.demoepd.hooks;

import ca.uhn.fhir.context.FhirContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.demoepd.fhirapi.FhirBase;
import nl.kindcheck.demoepd.records.Query;
import nl.kindcheck.demoepd.records.Records;
import nl.kindcheck.demoepd.records.Token;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the prefetch templates that the service publishes. Sent whole it saves the service every
 * call back, which is what keeps an answer within the half second that CDS Hooks asks for.
 */
@Component
class Prefetch {

  private static final Token HONOS_PLUS =
      new Token("urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.28.1", "");
  private static final Token EXPECTED_BIRTH = new Token("http://snomed.info/sct", "161714006");

  private final Records records;
  private final FhirContext fhir;
  private final JsonMapper json;
  private final FhirBase base;

  Prefetch(Records records, FhirContext fhir, JsonMapper json, FhirBase base) {
    this.records = records;
    this.fhir = fhir;
    this.json = json;
    this.base = base;
  }

  Map<String, JsonNode> of(String patient, @Nullable String encounter) {
    Query ofPatient = Query.ofPatient(patient);
    Map<String, JsonNode> filled = new LinkedHashMap<>();
    filled.put("patient", read(Patient.class, patient));
    if (encounter != null) {
      filled.put("encounter", read(Encounter.class, encounter));
    }
    filled.put("encounters", search(Encounter.class, ofPatient, "&_sort=-date", 50));
    filled.put("episodes", search(EpisodeOfCare.class, ofPatient, "", 20));
    filled.put(
        "evaluations",
        search(Observation.class, ofPatient.withCode(HONOS_PLUS), "&_sort=-date", 5));
    filled.put(
        "pregnancies",
        search(Observation.class, ofPatient.withCode(EXPECTED_BIRTH), "&_sort=-date", 1));
    return filled;
  }

  /** A read without data is {@code null} in a prefetch, not a missing key. */
  private JsonNode read(Class<? extends Resource> type, String id) {
    return records.find(type, id).map(this::json).orElseGet(json::nullNode);
  }

  private JsonNode search(Class<? extends Resource> type, Query query, String terms, int count) {
    List<? extends Resource> found = records.search(type, query);
    Bundle page = new Bundle().setType(BundleType.SEARCHSET).setTotal(found.size());
    for (Resource resource : found.subList(0, Math.min(count, found.size()))) {
      page.addEntry()
          .setFullUrl(base.url() + "/" + resource.fhirType() + "/" + resource.getIdPart())
          .setResource(resource)
          .getSearch()
          .setMode(SearchEntryMode.MATCH);
    }
    if (found.size() > count) {
      page.addLink().setRelation("next").setUrl(next(type, query, terms, count));
    }
    return json(page);
  }

  private String next(Class<? extends Resource> type, Query query, String terms, int count) {
    StringBuilder url = new StringBuilder(base.url()).append('/').append(type.getSimpleName());
    url.append("?patient=").append(query.patient());
    query
        .codes()
        .forEach(
            code -> url.append("&code=").append(code.system()).append("%7C").append(code.value()));
    return url.append(terms)
        .append("&_count=")
        .append(count)
        .append("&_offset=")
        .append(count)
        .toString();
  }

  private JsonNode json(Resource resource) {
    return json.readTree(fhir.newJsonParser().encodeResourceToString(resource));
  }
}
