package nl.kindcheck.demoepd.fhirapi;

import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import nl.kindcheck.demoepd.records.Query;
import nl.kindcheck.demoepd.records.Token;
import org.jspecify.annotations.Nullable;

/** Turns the search parameters of HAPI into those of our records. */
final class SearchTerms {

  private SearchTerms() {}

  static List<String> values(@Nullable TokenOrListParam list) {
    return tokens(list).stream().map(Token::value).toList();
  }

  static List<Token> tokens(@Nullable TokenOrListParam list) {
    if (list == null) {
      return List.of();
    }
    return list.getValuesAsQueryTokens().stream()
        .map(
            token ->
                new Token(
                    Objects.requireNonNullElse(token.getSystem(), ""),
                    Objects.requireNonNullElse(token.getValue(), "")))
        .toList();
  }

  static Query.Order order(@Nullable SortSpec sort) {
    if (sort == null) {
      return Query.Order.AS_STORED;
    }
    if (!"date".equals(sort.getParamName()) || sort.getChain() != null) {
      throw new InvalidRequestException("_sort: only date and -date are supported.");
    }
    return sort.getOrder() == SortOrderEnum.DESC
        ? Query.Order.NEWEST_FIRST
        : Query.Order.OLDEST_FIRST;
  }

  static Predicate<Instant> within(@Nullable DateRangeParam range) {
    if (range == null) {
      return any -> true;
    }
    Date from = range.getLowerBoundAsInstant();
    Date to = range.getUpperBoundAsInstant();
    return moment ->
        (from == null || !moment.isBefore(from.toInstant()))
            && (to == null || !moment.isAfter(to.toInstant()));
  }
}
