package nl.kindcheck.service.cdshooks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.fhir.BundlePage;
import nl.kindcheck.fhir.EncounterPicture;
import nl.kindcheck.fhir.EpdReader;
import nl.kindcheck.fhir.PatientPicture;
import nl.kindcheck.fhir.UnreadableResource;
import nl.kindcheck.service.cdshooks.HookRequest.Hook;
import nl.kindcheck.service.epd.EpdReading;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Gets what a call needs: from the prefetch where it is there, else from the EPD's FHIR server with
 * the token that came along. Filled whole, in part, with {@code null}, paged, or with an
 * OperationOutcome: each of them is a legitimate prefetch.
 */
@Component
class Prefetch {

  private static final int MOST_PAGES = 4;

  private final EpdReading epd;

  Prefetch(EpdReading epd) {
    this.epd = epd;
  }

  /** The templates that discovery publishes, by the key under which a client answers them. */
  static Map<String, String> templates(Hook hook) {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("patient", "Patient/{{context.patientId}}");
    if (hook.aboutEncounter()) {
      templates.put("encounter", "Encounter/{{context.encounterId}}");
    }
    templates.put("encounters", "Encounter?patient={{context.patientId}}&_sort=-date&_count=50");
    templates.put("episodes", "EpisodeOfCare?patient={{context.patientId}}&_count=20");
    templates.put(
        "evaluations",
        "Observation?patient={{context.patientId}}&code="
            + Policy.HONOS_PLUS
            + "|&_sort=-date&_count=5");
    return templates;
  }

  /** It took too long to get what is needed. */
  static final class Late extends Exception {
    private static final long serialVersionUID = 1L;

    Late() {
      super("late", null, false, false);
    }
  }

  /**
   * The facts of a call.
   *
   * @param within how long it may take
   * @throws Refused 412 where required data cannot be had or the server is not the registered one;
   *     422 where it cannot be read
   * @throws Late where required data did not come in time
   */
  HookFacts facts(HookRequest request, Caller caller, Policy policy, Duration within) throws Late {
    Reader reader = new Reader(request, caller, System.nanoTime() + within.toNanos());
    Map<String, CompletableFuture<@Nullable JsonNode>> asked = new LinkedHashMap<>();
    templates(request.hook()).forEach((key, template) -> asked.put(key, reader.get(key, template)));
    PatientPicture patient =
        read("patient", () -> EpdReader.patient(reader.required("patient", asked)));
    mustBe(request.patient(), patient.id(), "patient");
    EncounterPicture encounter = null;
    if (request.hook().aboutEncounter()) {
      encounter = read("encounter", () -> EpdReader.encounter(reader.required("encounter", asked)));
      mustBe(request.encounter(), encounter.id(), "encounter");
      if (!request.isAboutPatient(encounter.subject())) {
        throw new Refused(
            HttpStatus.UNPROCESSABLE_CONTENT, "hook.other-patient", "prefetch.encounter.subject");
      }
    }
    Pages encounters = read("encounters", () -> reader.pages("encounters", asked));
    Pages episodes = read("episodes", () -> reader.pages("episodes", asked));
    JsonNode evaluations = reader.optional("evaluations", asked);
    List<EncounterPicture> others = new ArrayList<>();
    boolean allReadable = true;
    for (JsonNode other : encounters.resources()) {
      if (encounter != null && isSame(other, encounter)) {
        continue;
      }
      try {
        others.add(EpdReader.encounter(other));
      } catch (UnreadableResource e) {
        allReadable = false;
      }
    }
    return new HookFacts(
        patient,
        encounter,
        others,
        encounters.whole() && allReadable,
        read("episodes", () -> episodes.resources().stream().map(EpdReader::episode).toList()),
        episodes.whole(),
        read("evaluations", () -> EpdReader.evaluationDays(evaluations, policy)));
  }

  /** The encounter of the call, once more: it is none of the others. */
  private static boolean isSame(JsonNode other, EncounterPicture encounter) {
    return other.path("id").asString("").equals(encounter.id())
        && other.path("resourceType").asString("").equals("Encounter");
  }

  /** Another one's data would be recorded with this patient. */
  private static void mustBe(@Nullable String named, String given, String key) {
    if (!given.equals(named)) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT, "hook.other-resource", "prefetch." + key + ".id");
    }
  }

  /** Reading may also be late. */
  @FunctionalInterface
  private interface Step<T, E extends Exception> {
    T run() throws E;
  }

  private static <T, E extends Exception> T read(String key, Step<T, E> step) throws E {
    try {
      return step.run();
    } catch (UnreadableResource e) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          e.fault().code(),
          "prefetch." + key + e.fault().expression().replaceFirst("^[A-Za-z]+", ""),
          e.fault().facts());
    }
  }

  /**
   * @param whole whether these are all there are
   */
  private record Pages(List<JsonNode> resources, boolean whole) {}

  /** The reading of one call. */
  private final class Reader {

    private final HookRequest request;
    private final @Nullable URI server;
    private final long deadline;

    Reader(HookRequest request, Caller caller, long deadline) {
      this.request = request;
      this.deadline = deadline;
      this.server = registered(request.fhirServer(), caller);
    }

    private @Nullable URI registered(@Nullable URI named, Caller caller) {
      if (named == null) {
        return null;
      }
      String registered = caller.connection().fhirServer().toString().replaceAll("/+$", "");
      if (!named.toString().replaceAll("/+$", "").equals(registered)) {
        throw new Refused(
            HttpStatus.PRECONDITION_FAILED, "hook.server-not-registered", "fhirServer");
      }
      return caller.connection().fhirServer();
    }

    private CompletableFuture<@Nullable JsonNode> get(String key, String template) {
      JsonNode given = request.prefetch().path(key);
      boolean outcome = given.path("resourceType").asString("").equals("OperationOutcome");
      if (!given.isMissingNode() && !outcome) {
        return CompletableFuture.completedFuture(given);
      }
      return fetch(
          template
              .replace("{{context.patientId}}", request.patient())
              .replace("{{context.encounterId}}", String.valueOf(request.encounter()))
              .replace("|", "%7C"));
    }

    private CompletableFuture<@Nullable JsonNode> fetch(String path) {
      if (server == null) {
        return CompletableFuture.completedFuture(null);
      }
      Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
      return epd.read(server, path, request.token(), left).thenApply(node -> node);
    }

    private JsonNode required(String key, Map<String, CompletableFuture<@Nullable JsonNode>> asked)
        throws Late {
      JsonNode node = await(asked.get(key));
      if (node == null || !node.isObject()) {
        throw new Refused(
            HttpStatus.PRECONDITION_FAILED,
            "hook.data-missing",
            "prefetch." + key,
            Map.of("key", key));
      }
      return node;
    }

    /** The newest come first, so that one page is enough. */
    private JsonNode optional(String key, Map<String, CompletableFuture<@Nullable JsonNode>> asked)
        throws Late {
      JsonNode node = await(asked.get(key));
      return node == null ? MissingNode.getInstance() : node;
    }

    /** What is not needed may be missing, but not late: nothing is worked out after its time. */
    private @Nullable JsonNode await(@Nullable CompletableFuture<@Nullable JsonNode> asked)
        throws Late {
      if (asked == null) {
        return null;
      }
      try {
        return asked.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof EpdReading.Unavailable u && u.late()) {
          throw new Late();
        }
        return null;
      }
    }

    /** A search that cannot be had is not an empty one: it is not whole. */
    private Pages pages(String key, Map<String, CompletableFuture<@Nullable JsonNode>> asked)
        throws Late {
      List<JsonNode> resources = new ArrayList<>();
      BundlePage page = BundlePage.of(await(asked.get(key)));
      for (int read = 1; page.kind() == BundlePage.Kind.BUNDLE; read++) {
        resources.addAll(page.resources());
        if (page.next() == null) {
          return new Pages(resources, true);
        }
        if (read == MOST_PAGES) {
          break;
        }
        page = BundlePage.of(await(fetch(page.next())));
      }
      boolean nothingThere = request.prefetch().path(key).isNull();
      return new Pages(resources, nothingThere);
    }
  }
}
