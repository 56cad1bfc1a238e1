package nl.kindcheck.demoepd.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import nl.kindcheck.demoepd.records.Query;
import nl.kindcheck.demoepd.records.Records;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads and searches what belongs to a patient. */
class PatientDataProvider extends ShelfProvider {

  PatientDataProvider(Records records, Class<? extends Resource> type) {
    super(records, type);
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "_id") @Nullable TokenOrListParam ids,
      @OptionalParam(name = "code") @Nullable TokenOrListParam codes,
      @OptionalParam(name = "status") @Nullable TokenOrListParam statuses,
      @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
      @Sort @Nullable SortSpec sort,
      @Count @Nullable Integer count,
      @Offset @Nullable Integer offset) {
    Query query =
        new Query(
            patient == null ? null : patient.getIdPart(),
            SearchTerms.values(ids),
            SearchTerms.tokens(codes),
            SearchTerms.values(statuses),
            SearchTerms.within(updated),
            SearchTerms.order(sort));
    return ResultPage.of(records.search(type, query), count, offset);
  }
}
