package nl.kindcheck.service.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.fhir.PicturedChild;
import nl.kindcheck.fhir.SeenChild;
import nl.kindcheck.service.conversation.Candidate.Place;
import org.jspecify.annotations.Nullable;

/**
 * Puts children of the EPD into what is being typed: no more of them than a Kindcheck asks, marked
 * as not asked about yet. What the EPD does not say stays open.
 */
final class FromEpd {

  /** Whose answers these are: nobody's in this conversation. */
  static final String UNVERIFIED = ".unverified";

  /** Somebody asked about it, and it is right. */
  static final String VERIFIED = ".verified";

  static final String PICTURE_DATE = ".picture-date";
  static final String UNDATED = ".undated";
  private static final String TAKEN_ON = ".taken-on";
  private static final String SOURCE = ".source";

  private FromEpd() {}

  /** The children as they can be chosen, in the order of the EPD. */
  static List<Candidate> candidates(List<SeenChild> children, Typed typed, LocalDate today) {
    List<Candidate> candidates = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    for (SeenChild seen : children) {
      String source = source(seen.child());
      String key = source + "#" + times.merge(source, 1, Integer::sum);
      Place place =
          seen.known() != null
              ? Place.RECORD
              : isTyped(seen.child(), key, typed) ? Place.FORM : Place.NOWHERE;
      candidates.add(new Candidate(key, seen, seen.isAdultOn(today), place));
    }
    return candidates;
  }

  /** A picture of the family names several children: which one it is its date of birth tells. */
  private static String source(PicturedChild child) {
    return child.source() + "|" + child.label() + "|" + child.birth();
  }

  /**
   * Whether it was taken over before, or somebody typed it: the same name and a birth that fits.
   */
  private static boolean isTyped(PicturedChild child, String key, Typed typed) {
    return typed.groups("children").stream()
        .map(number -> "children." + number)
        .anyMatch(
            group ->
                typed.value(group + SOURCE).equals(key)
                    || (isSameName(child.label(), typed.value(group + ".label"))
                        && mayBeSame(child.birth(), typed.value(group + ".birth"))));
  }

  private static boolean isSameName(@Nullable String label, String typed) {
    return label != null
        && label.toLowerCase(Locale.ROOT).equals(typed.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean mayBeSame(@Nullable PartialDate birth, String typed) {
    Optional<PartialDate> other = TypedDate.read(typed);
    return birth == null
        || other.isEmpty()
        || (!birth.firstDay().isAfter(other.get().lastDay())
            && !other.get().firstDay().isAfter(birth.lastDay()));
  }

  /** The same with a child more, in the first place that is still empty. */
  static Typed with(Typed typed, Candidate child, LocalDate today) {
    Typed with = typed;
    int number = emptyPlace(typed);
    if (number < 0) {
      with = typed.withGroup("children");
      List<Integer> groups = with.groups("children");
      number = groups.get(groups.size() - 1);
    }
    String group = "children." + number;
    for (Map.Entry<String, String> answer : answers(child, today).entrySet()) {
      with = with.with(group + answer.getKey(), answer.getValue());
    }
    return with;
  }

  private static int emptyPlace(Typed typed) {
    return typed.groups("children").stream()
        .filter(
            n ->
                typed.fields().keySet().stream()
                    .filter(name -> name.startsWith("children." + n + "."))
                    .allMatch(name -> name.endsWith(".here")))
        .findFirst()
        .orElse(-1);
  }

  private static Map<String, String> answers(Candidate candidate, LocalDate today) {
    PicturedChild child = candidate.seen().child();
    Map<String, String> answers = new HashMap<>();
    answers.put(UNVERIFIED, "true");
    answers.put(TAKEN_ON, today.toString());
    answers.put(SOURCE, candidate.key());
    LocalDate pictured = candidate.seen().pictured();
    answers.put(
        pictured == null ? UNDATED : PICTURE_DATE, pictured == null ? "true" : pictured.toString());
    if (child.label() != null) {
      answers.put(".label", child.label());
    }
    if (child.birth() != null) {
      answers.put(".birth", TypedDate.write(toTheMonth(child.birth())));
    }
    if (child.relation() != null) {
      answers.put(".relation", child.relation().code());
    }
    if (Boolean.TRUE.equals(candidate.withPatient())) {
      answers.put(".residence", Residence.WITH_PATIENT.code());
    } else if (Boolean.FALSE.equals(child.atHome())) {
      answers.put(".residence", Residence.ELSEWHERE.code());
    }
    if (child.deceased()) {
      answers.put(".died", "true");
    }
    return answers;
  }

  /** More than its month nobody needs to know of a child's birth. */
  private static PartialDate toTheMonth(PartialDate date) {
    return new PartialDate(date.year(), date.month(), null);
  }
}
