package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;

/** The language of an answer: Dutch, unless the caller prefers English. */
final class Languages {

  private Languages() {}

  static Locale of(RequestDetails details) {
    return of(details.getHeader("Accept-Language"));
  }

  static Locale of(@Nullable String wanted) {
    if (wanted == null || wanted.isBlank()) {
      return Texts.DUTCH;
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(wanted);
      Locale found = Locale.lookup(ranges, List.of(Texts.DUTCH, Locale.ENGLISH));
      return found == null ? Texts.DUTCH : found;
    } catch (IllegalArgumentException e) {
      return Texts.DUTCH;
    }
  }
}
