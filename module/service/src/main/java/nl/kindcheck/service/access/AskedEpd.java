package nl.kindcheck.service.access;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareTold;
import nl.kindcheck.fhir.BundlePage;
import nl.kindcheck.fhir.EncounterPicture;
import nl.kindcheck.fhir.EpdReader;
import nl.kindcheck.fhir.EpisodePicture;
import nl.kindcheck.fhir.UnreadableResource;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.epd.EpdReading;
import nl.kindcheck.service.epd.EpdReading.Unavailable;
import nl.kindcheck.service.epd.SmartServer;
import nl.kindcheck.service.epd.SmartServer.NotGiven;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks the EPD, at the moment somebody opens a record, who gives the patient care. What it does not
 * answer in time is not known: that opens nothing.
 */
@Component
class AskedEpd {

  private static final Logger log = LoggerFactory.getLogger(AskedEpd.class);

  private static final String SCOPES = "system/Encounter.rs system/EpisodeOfCare.rs";

  /** Somebody waits for it. */
  private static final Duration WITHIN = Duration.ofSeconds(3);

  /** Statuses of encounters in which nobody gave care, in R4, STU3 and the words some EPDs use. */
  private static final Set<String> NO_CARE =
      Set.of("planned", "cancelled", "entered-in-error", "noshow", "no-show", "unknown");

  private static final Set<String> OPEN = Set.of("active", "onhold");

  private final EpdAccessSettings settings;
  private final SmartServer servers;
  private final EpdReading reading;

  AskedEpd(EpdAccessSettings settings, SmartServer servers, EpdReading reading) {
    this.settings = settings;
    this.servers = servers;
    this.reading = reading;
  }

  /**
   * What it says now; empty where it cannot be asked or says nothing.
   *
   * @param patient as in {@code Patient/12}
   * @param practitioner of whom an encounter counts also where they are one of several
   */
  List<CareTold> about(String patient, String practitioner, Connection epd, LocalDate today) {
    String secret = settings.secret(epd.organisation()).orElse(null);
    if (secret == null) {
      return List.of();
    }
    try {
      String token = servers.systemToken(epd, servers.discover(epd), secret, SCOPES);
      if (token == null) {
        log.warn("The EPD gave no token to ask who gives care");
        return List.of();
      }
      String id = patient.replaceFirst("^Patient/", "");
      var encounters = read(epd, "Encounter?_sort=-date&_count=100&patient=" + id, token);
      var episodes = read(epd, "EpisodeOfCare?_count=100&patient=" + id, token);
      List<CareTold> told = new ArrayList<>();
      for (JsonNode encounter : BundlePage.of(encounters.join()).resources()) {
        seen(encounter, patient, practitioner, today, told);
      }
      managed(BundlePage.of(episodes.join()).resources(), patient, practitioner, today, told);
      return told;
    } catch (NotGiven | UnreadableResource e) {
      log.warn("The EPD did not say who gives care: {}", e.getClass().getSimpleName());
      return List.of();
    } catch (CompletionException e) {
      String kind = e.getCause() instanceof Unavailable u ? u.getMessage() : "fault";
      log.warn("The EPD did not say who gives care: {}", kind);
      return List.of();
    }
  }

  private CompletableFuture<JsonNode> read(Connection epd, String path, String token) {
    return reading.read(epd.fhirServer(), path, token, WITHIN);
  }

  /** A server that does not keep to the question answers with others' encounters too. */
  private static boolean isOf(JsonNode resource, String element, String patient) {
    String reference = resource.path(element).path("reference").asString("");
    return reference.equals(patient) || reference.endsWith("/" + patient);
  }

  private static void seen(
      JsonNode json, String patient, String practitioner, LocalDate today, List<CareTold> told) {
    if (!"Encounter".equals(json.path("resourceType").asString(""))
        || !isOf(json, "subject", patient)) {
      return;
    }
    EncounterPicture encounter = EpdReader.encounter(json);
    LocalDate day = encounter.start();
    if (day == null || day.isAfter(today)) {
      return;
    }
    boolean theirs =
        json.path("participant")
            .valueStream()
            .anyMatch(p -> isExactly(p.path("individual"), practitioner));
    told.add(
        CareTold.encounter(
            "Encounter/" + encounter.id(),
            day,
            !NO_CARE.contains(encounter.status()),
            theirs ? practitioner : null,
            today));
  }

  private static boolean isExactly(JsonNode reference, String practitioner) {
    return reference.path("reference").asString("").equals(practitioner);
  }

  private static void managed(
      List<JsonNode> found,
      String patient,
      String practitioner,
      LocalDate today,
      List<CareTold> told) {
    List<EpisodePicture> episodes =
        found.stream()
            .filter(json -> "EpisodeOfCare".equals(json.path("resourceType").asString("")))
            .filter(json -> isOf(json, "patient", patient))
            .map(EpdReader::episode)
            .toList();
    List<EpisodePicture> open =
        episodes.stream().filter(episode -> OPEN.contains(episode.status())).toList();
    if (open.stream().anyMatch(episode -> practitioner.equals(episode.careManager()))) {
      told.add(CareTold.care(new Care(Care.Status.OPEN, null, null), practitioner, today));
    } else if (!open.isEmpty()) {
      // Somebody else manages it, whoever the EPD named before.
      told.add(CareTold.care(new Care(Care.Status.OPEN, null, null), "", today));
    } else if (!episodes.isEmpty()) {
      told.add(CareTold.care(new Care(Care.Status.CLOSED, null, null), null, today));
    }
  }
}
