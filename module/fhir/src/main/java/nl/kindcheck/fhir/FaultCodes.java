package nl.kindcheck.fhir;

import java.util.Set;

/**
 * Every code that a {@link Fault} of this room can carry, so that whoever words them can be tested
 * to word them all.
 */
public final class FaultCodes {

  private static final Set<String> ALL =
      Set.of(
          "response.status",
          "response.subject",
          "response.author",
          "response.authored",
          "response.authored-in-future",
          "response.authored-too-long-ago",
          "response.unknown-questionnaire",
          "response.unknown-version",
          "response.modifier-extension",
          "response.unknown-item",
          "response.misplaced-item",
          "response.repeated-item",
          "response.not-asked",
          "response.empty-group",
          "response.not-allowed-here",
          "response.more-than-one-answer",
          "response.empty-answer",
          "response.blank-text",
          "response.too-long",
          "response.wrong-type",
          "response.no-such-date",
          "response.wrong-extension",
          "response.unknown-code",
          "response.unknown-child",
          "response.ambiguous-child",
          "response.child-twice",
          "response.birth-and-unknown",
          "response.needs-answer",
          "response.day-needed",
          "plausibility.born-after-today",
          "plausibility.born-too-long-ago",
          "plausibility.expected-too-far",
          "plausibility.expected-too-long-ago",
          "plausibility.postponed-not-after",
          "plausibility.postponed-too-far",
          "plausibility.follow-up-before",
          "plausibility.follow-up-too-far",
          "plausibility.bsn",
          "epd.missing",
          "epd.wrong-type",
          "epd.wrong-resource",
          "epd.no-such-date");

  private FaultCodes() {}

  public static Set<String> all() {
    return ALL;
  }
}
