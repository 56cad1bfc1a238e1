package nl.kindcheck.demoepd.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import nl.kindcheck.demoepd.records.Query;
import nl.kindcheck.demoepd.records.Records;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads and searches people: patients and practitioners. */
class PeopleProvider extends ShelfProvider {

  PeopleProvider(Records records, Class<? extends Resource> type) {
    super(records, type);
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "_id") @Nullable TokenOrListParam ids,
      @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
      @Count @Nullable Integer count,
      @Offset @Nullable Integer offset) {
    Query query =
        new Query(
            null,
            SearchTerms.values(ids),
            SearchTerms.tokens(null),
            SearchTerms.values(null),
            SearchTerms.within(updated),
            Query.Order.AS_STORED);
    return ResultPage.of(records.search(type, query), count, offset);
  }
}
