package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.policy.Code;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.EncounterFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a hook brings of an EPD's record, R4 or STU3, without FHIR's own machinery: this
 * stands in the path of a click. It looks only at the few elements that the rules need.
 *
 * <p>Every method throws {@link UnreadableResource} where it is handed another resource, where
 * something has another JSON type than FHIR's, or where a date does not exist.
 */
public final class EpdReader {

  private static final Set<String> NOT_OBSERVED = Set.of("entered-in-error", "cancelled");

  private EpdReader() {}

  public static PatientPicture patient(JsonNode json) {
    EpdNode patient = EpdNode.resource(json, "Patient");
    Optional<PartialDate> deceased = patient.date("deceasedDateTime");
    return new PatientPicture(
        patient.required("id"),
        deceased.isPresent() || patient.flag("deceasedBoolean").orElse(false),
        deceased.map(PartialDate::firstDay).orElse(null),
        patient.date("birthDate").orElse(null));
  }

  /**
   * Reads an Encounter; without a subject it is nobody's.
   *
   * @throws UnreadableResource also where the id, the subject or the status is missing
   */
  public static EncounterPicture encounter(JsonNode json) {
    EpdNode encounter = EpdNode.resource(json, "Encounter");
    return new EncounterPicture(
        encounter.required("id"),
        encounter.reference("subject").orElseThrow(() -> encounter.missing("subject")),
        encounter.required("status").toLowerCase(Locale.ROOT),
        encounter.object("class").flatMap(EpdNode::coding).orElse(null),
        codes(encounter, "type"),
        encounter.object("serviceType").map(EpdNode::codes).orElse(List.of()),
        day(encounter.object("period"), "start"),
        episodes(encounter),
        performer(encounter));
  }

  /** The codes of an element that repeats. */
  private static List<Code> codes(EpdNode of, String element) {
    List<Code> codes = new ArrayList<>();
    for (EpdNode concept : of.list(element)) {
      codes.addAll(concept.codes());
    }
    return codes;
  }

  private static List<String> episodes(EpdNode encounter) {
    List<String> references = new ArrayList<>();
    for (EpdNode episode : encounter.list("episodeOfCare")) {
      episode.text("reference").ifPresent(references::add);
    }
    return references;
  }

  private static @Nullable String performer(EpdNode encounter) {
    String any = null;
    for (EpdNode participant : encounter.list("participant")) {
      String who = participant.reference("individual").orElse(null);
      if (who != null && References.isTo(who, "Practitioner", "PractitionerRole")) {
        if (isPrimary(participant)) {
          return who;
        }
        any = any == null ? who : any;
      }
    }
    return any;
  }

  private static boolean isPrimary(EpdNode participant) {
    return codes(participant, "type").stream().anyMatch(code -> code.code().equals("PPRF"));
  }

  public static EpisodePicture episode(JsonNode json) {
    EpdNode episode = EpdNode.resource(json, "EpisodeOfCare");
    Optional<EpdNode> period = episode.object("period");
    return new EpisodePicture(
        episode.required("id"),
        episode.required("status").toLowerCase(Locale.ROOT),
        day(period, "start"),
        period.flatMap(p -> p.date("end")).map(PartialDate::lastDay).orElse(null),
        episode.reference("careManager").orElse(null));
  }

  private static @Nullable LocalDate day(Optional<EpdNode> element, String name) {
    return element.flatMap(e -> e.date(name)).map(PartialDate::firstDay).orElse(null);
  }

  /**
   * The days on which the treatment was evaluated: those of the observations in the policy's code
   * systems. An observation without a day is left out.
   *
   * @param bundle a Bundle of observations; anything else has no days
   */
  public static List<LocalDate> evaluationDays(JsonNode bundle, Policy policy) {
    Set<LocalDate> days = new TreeSet<>();
    for (JsonNode json : BundlePage.of(bundle).resources()) {
      EpdNode observation = EpdNode.resource(json, "Observation");
      boolean counts =
          !NOT_OBSERVED.contains(observation.text("status").orElse(""))
              && observation.object("code").map(EpdNode::codes).orElse(List.of()).stream()
                  .map(Code::system)
                  .anyMatch(
                      system -> system != null && policy.evaluationCodeSystems().contains(system));
      if (counts) {
        observation
            .date("effectiveDateTime")
            .or(() -> observation.object("effectivePeriod").flatMap(p -> p.date("start")))
            .or(() -> observation.date("effectiveInstant"))
            .or(() -> observation.date("issued"))
            .ifPresent(date -> days.add(date.firstDay()));
      }
    }
    return List.copyOf(days);
  }

  /**
   * Whether an encounter is the first of an open episode of care.
   *
   * @param others the other encounters of the patient; the encounter itself among them is skipped
   * @param allOthersKnown whether no other encounter can be missing from them
   */
  public static EncounterFacts.Place placeOf(
      EncounterPicture encounter,
      List<EncounterPicture> others,
      boolean allOthersKnown,
      List<EpisodePicture> episodes) {
    return new Placing(episodes).of(encounter, others, allOthersKnown);
  }

  /**
   * Whether the patient is in care or waits for it.
   *
   * @param allKnown whether no episode can be missing
   * @param today the day on which a death without a date became known
   */
  public static Care careOf(
      List<EpisodePicture> episodes, boolean allKnown, PatientPicture patient, LocalDate today) {
    boolean inCare = episodes.stream().anyMatch(e -> Placing.IN_CARE.contains(e.status()));
    boolean waiting = episodes.stream().anyMatch(e -> Placing.WAITING.contains(e.status()));
    boolean closed = allKnown && !episodes.isEmpty() && !inCare && !waiting;
    Care.Status status =
        inCare
            ? Care.Status.OPEN
            : waiting ? Care.Status.WAITING : closed ? Care.Status.CLOSED : Care.Status.UNKNOWN;
    LocalDate since =
        episodes.stream()
            .filter(Placing::isOpen)
            .flatMap(e -> Optional.ofNullable(e.start()).stream())
            .min(Comparator.naturalOrder())
            .orElse(null);
    LocalDate died =
        patient.deceased() && patient.deceasedOn() == null ? today : patient.deceasedOn();
    return new Care(status, since, died);
  }
}
