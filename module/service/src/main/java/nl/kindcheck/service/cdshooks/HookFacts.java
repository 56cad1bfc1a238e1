package nl.kindcheck.service.cdshooks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.EncounterFacts;
import nl.kindcheck.core.rule.Moments;
import nl.kindcheck.fhir.EncounterPicture;
import nl.kindcheck.fhir.EpdReader;
import nl.kindcheck.fhir.EpisodePicture;
import nl.kindcheck.fhir.PatientPicture;
import nl.kindcheck.service.cdshooks.HookRequest.Hook;
import nl.kindcheck.service.family.CareSeen;
import org.jspecify.annotations.Nullable;

/**
 * What the EPD told with a call, or gave when asked.
 *
 * @param encounter null for a hook that is about none
 * @param others the patient's encounters
 * @param allOthers whether those are all
 * @param allEpisodes whether the episodes are all
 * @param evaluations the days of ratings that are an evaluation of the treatment
 */
record HookFacts(
    PatientPicture patient,
    @Nullable EncounterPicture encounter,
    List<EncounterPicture> others,
    boolean allOthers,
    List<EpisodePicture> episodes,
    boolean allEpisodes,
    List<LocalDate> evaluations) {

  /** What can stand in the record and in a Task as a reference. */
  private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,500}");

  /** Statuses of an encounter that goes on, in R4 and STU3. */
  private static final Set<String> RUNNING = Set.of("arrived", "triaged", "in-progress", "onleave");

  /**
   * What of it belongs in the family's record. A crisis or an admission that goes on is seen
   * whatever was opened: where the children are then is asked the same day.
   */
  List<CareSeen> seen(HookRequest request, Policy policy, LocalDate today) {
    List<CareSeen> seen = new ArrayList<>();
    CareSeen now = encounter == null ? null : ofTheCall(encounter, request, policy, today);
    Care care = EpdReader.careOf(episodes, allEpisodes, patient, today);
    if (now != null && now.on() != null && begins(request, now)) {
      care = care.duringEncounter(now.on());
    }
    if (care.status() != Care.Status.UNKNOWN || care.patientDied() != null) {
      seen.add(CareSeen.care(care, careManager()));
    }
    evaluations.stream()
        .filter(day -> !day.isAfter(today))
        .max(LocalDate::compareTo)
        .ifPresent(
            day ->
                seen.add(
                    CareSeen.encounter("evaluation/" + day, Moment.EVALUATION, day, null, null)));
    for (EncounterPicture other : others) {
      // Without its day it would begin anew each day.
      if (RUNNING.contains(other.status())
          && other.start() != null
          && request.isAboutPatient(other.subject())) {
        CareSeen running = seen(other, policy, today);
        if (running.moment() == Moment.CRISIS || running.moment() == Moment.ADMISSION) {
          seen.add(running);
        }
      }
    }
    if (now != null) {
      seen.add(now);
    }
    return seen;
  }

  private static boolean begins(HookRequest request, CareSeen encounter) {
    return request.hook() == Hook.ENCOUNTER_START && encounter.moment() != Moment.NONE;
  }

  private @Nullable String careManager() {
    return episodes.stream()
        .filter(e -> e.status().equals("active"))
        .map(EpisodePicture::careManager)
        .filter(manager -> manager != null && REFERENCE.matcher(manager).matches())
        .findFirst()
        .orElse(null);
  }

  /**
   * The encounter of the call. To end an admission is a discharge; to end a talk is not, though an
   * EPD may call the same hook.
   */
  private CareSeen ofTheCall(
      EncounterPicture e, HookRequest request, Policy policy, LocalDate today) {
    CareSeen seen = seen(e, policy, today);
    boolean leaves =
        request.hook() == Hook.ENCOUNTER_DISCHARGE && seen.moment() == Moment.ADMISSION;
    return leaves
        ? CareSeen.encounter(
            seen.reference() + "#discharge",
            Moment.DISCHARGE,
            today,
            seen.episode(),
            seen.performer())
        : seen;
  }

  private CareSeen seen(EncounterPicture e, Policy policy, LocalDate today) {
    Moment moment = moment(e, policy).outcome();
    LocalDate on = e.start() == null || e.start().isAfter(today) ? today : e.start();
    String episode =
        e.episodes().stream()
            .filter(reference -> REFERENCE.matcher(reference).matches())
            .findFirst()
            .orElse(null);
    return CareSeen.encounter("Encounter/" + e.id(), moment, on, episode, e.performer());
  }

  private Decision<Moment> moment(EncounterPicture e, Policy policy) {
    EncounterFacts.Place place = EpdReader.placeOf(e, others, allOthers, episodes);
    return Moments.of(
        new EncounterFacts(e.status(), e.encounterClass(), e.types(), e.serviceTypes(), place),
        policy);
  }
}
