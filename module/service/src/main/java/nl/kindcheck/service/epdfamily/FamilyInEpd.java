package nl.kindcheck.service.epdfamily;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.fhir.BundlePage;
import nl.kindcheck.fhir.EpdFamily;
import nl.kindcheck.fhir.UnreadableResource;
import nl.kindcheck.service.epd.EpdReading.Unavailable;
import nl.kindcheck.service.epdfamily.FamilyReport.Gap;
import nl.kindcheck.service.epdfamily.FamilyReport.Source;
import nl.kindcheck.service.epdfamily.FamilyReport.Why;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.launch.LaunchedEpd;
import nl.kindcheck.service.launch.LaunchedEpd.Standing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads contact persons and the national picture of the family. What one source does not give does
 * not hide what another does, and a clinician never waits longer than a few seconds.
 */
@Component
public class FamilyInEpd {

  private static final Logger log = LoggerFactory.getLogger(FamilyInEpd.class);

  private static final Duration WITHIN = Duration.ofSeconds(4);
  private static final int MOST_PAGES = 10;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_FAULT = 500;

  private final LaunchedEpd epd;

  FamilyInEpd(LaunchedEpd epd) {
    this.epd = epd;
  }

  /** Whether this session may read anything that names children. */
  public boolean canBeRead() {
    return epd.canRead(Source.PERSONS.type(), Source.SITUATION.type());
  }

  /**
   * Reads it now.
   *
   * @param known the children of our own record
   */
  public FamilyReport read(LaunchContext launch, List<Child> known, LocalDate today) {
    String patient = launch.patient().substring(launch.patient().indexOf('/') + 1);
    Round round = new Round(System.nanoTime() + WITHIN.toNanos());
    round.ask(Source.PERSONS, "RelatedPerson?patient=" + patient + "&_count=100");
    round.ask(
        Source.SITUATION,
        "Observation?patient=" + patient + "&code=http://snomed.info/sct%7C365470003&_count=20");
    round.ask(Source.ADDRESS, "Patient/" + patient);
    List<JsonNode> persons = round.pages(Source.PERSONS);
    List<JsonNode> situations = round.pages(Source.SITUATION);
    // Without an address on either side there is nothing to compare.
    JsonNode home = persons.isEmpty() ? null : round.one(Source.ADDRESS);
    return new FamilyReport(
        EpdFamily.of(launch.patient(), home, persons, situations, known, today), round.gaps);
  }

  /** One reading: the sources are asked at the same time, and share one deadline. */
  private final class Round {

    private final long deadline;
    private final Map<Source, CompletableFuture<JsonNode>> asked = new EnumMap<>(Source.class);
    private final List<Gap> gaps = new ArrayList<>();

    Round(long deadline) {
      this.deadline = deadline;
    }

    void ask(Source source, String path) {
      Standing standing = epd.standing(source.type());
      if (standing == Standing.READABLE) {
        asked.put(source, fetch(path));
      } else {
        gap(source, standing == Standing.EXPIRED ? Why.EXPIRED : Why.NOT_GRANTED, false);
      }
    }

    private CompletableFuture<JsonNode> fetch(String path) {
      return epd.read(path, Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime())));
    }

    @Nullable JsonNode one(Source source) {
      CompletableFuture<JsonNode> answer = asked.get(source);
      return answer == null ? null : await(source, answer, false);
    }

    /** All pages of a search; those that were read where one of them does not come. */
    List<JsonNode> pages(Source source) {
      List<JsonNode> resources = new ArrayList<>();
      CompletableFuture<JsonNode> answer = asked.get(source);
      for (int page = 1; answer != null; page++) {
        boolean partly = page > 1;
        BundlePage bundle = bundle(source, await(source, answer, partly), partly);
        if (bundle == null) {
          return resources;
        }
        resources.addAll(bundle.resources());
        if (bundle.next() != null && page == MOST_PAGES) {
          gap(source, Why.TOO_MANY, true);
        }
        answer = bundle.next() == null || page == MOST_PAGES ? null : fetch(bundle.next());
      }
      return resources;
    }

    private @Nullable BundlePage bundle(Source source, @Nullable JsonNode json, boolean partly) {
      if (json == null) {
        return null;
      }
      try {
        BundlePage page = BundlePage.of(json);
        if (page.kind() == BundlePage.Kind.BUNDLE) {
          return page;
        }
      } catch (UnreadableResource notFhir) {
        log.info("The EPD's answer for {} is not FHIR's JSON", source);
      }
      gap(source, Why.NO_USABLE_ANSWER, partly);
      return null;
    }

    private @Nullable JsonNode await(
        Source source, CompletableFuture<JsonNode> answer, boolean partly) {
      try {
        return answer.join();
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof Unavailable fault)) {
          throw e;
        }
        log.info("The EPD did not give {}: {}", source, fault.getMessage());
        gap(source, why(fault), partly);
        return null;
      }
    }

    private void gap(Source source, Why why, boolean partly) {
      gaps.add(new Gap(source, why, partly));
    }
  }

  private static Why why(Unavailable fault) {
    if (fault.late()) {
      return Why.LATE;
    }
    return switch (fault.status()) {
      case UNAUTHORIZED -> Why.EXPIRED;
      case FORBIDDEN -> Why.NOT_GRANTED;
      case 0, TOO_MANY_REQUESTS -> Why.AWAY;
      default -> fault.status() >= SERVER_FAULT ? Why.AWAY : Why.NO_USABLE_ANSWER;
    };
  }
}
