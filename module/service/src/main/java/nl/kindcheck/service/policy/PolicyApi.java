package nl.kindcheck.service.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.PolicyJson;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The policy as JSON. A program needs the role and a scope on the organisation itself ({@code
 * user/Organization.ru}): one that was only let into a record changes no policy.
 */
@RestController
@RequestMapping(path = "/policy", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyApi {

  private static final String TYPE = "Organization";
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  private final PolicyBook book;
  private final PolicyDrafts drafts;
  private final PolicyComparison comparison;
  private final PolicySimulation simulation;
  private final CurrentAccess access;
  private final CurrentActor actor;

  PolicyApi(
      PolicyBook book,
      PolicyDrafts drafts,
      PolicyComparison comparison,
      PolicySimulation simulation,
      CurrentAccess access,
      CurrentActor actor) {
    this.book = book;
    this.drafts = drafts;
    this.comparison = comparison;
    this.simulation = simulation;
    this.access = access;
    this.actor = actor;
  }

  /**
   * A version in short.
   *
   * @param byYou whether whoever asks made it; nobody else is named
   */
  record Short(
      String version,
      LocalDate effectiveFrom,
      String state,
      @Nullable Integer revision,
      @Nullable String note,
      @Nullable String byRole,
      boolean byYou,
      @Nullable Instant at) {}

  /** A version and what it says. */
  record Whole(Short version, JsonNode policy) {}

  private TenantId reading() {
    return access.require(Interaction.READ, TYPE);
  }

  private TenantId writing() {
    return access.require(Interaction.UPDATE, TYPE);
  }

  private Short inShort(PolicyBook.Entry entry) {
    Actor you = actor.require();
    return new Short(
        entry.name(),
        entry.from(),
        entry.state().code(),
        entry.revision(),
        entry.note(),
        entry.byRole(),
        you.user().equals(entry.byUser()),
        entry.at());
  }

  @GetMapping("/versions")
  Map<String, Object> versions() {
    TenantId tenant = reading();
    return Map.of("versions", book.published(tenant).stream().map(this::inShort).toList());
  }

  @GetMapping("/drafts")
  Map<String, Object> drafts() {
    TenantId tenant = reading();
    return Map.of("drafts", book.inDraft(tenant).stream().map(this::inShort).toList());
  }

  @GetMapping("/versions/{version}")
  Whole version(@PathVariable String version) {
    PolicyBook.Entry entry = book.get(reading(), version);
    if (entry.revision() != null) {
      throw new Refused(HttpStatus.NOT_FOUND, "policy.no-version", null);
    }
    return new Whole(inShort(entry), PolicyJson.of(entry.policy()));
  }

  @GetMapping("/drafts/{version}")
  ResponseEntity<Whole> draft(@PathVariable String version) {
    return answered(HttpStatus.OK, one(reading(), version));
  }

  private PolicyDraft one(TenantId tenant, String version) {
    return drafts
        .find(tenant, version)
        .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "policy.no-draft", null));
  }

  private ResponseEntity<Whole> answered(HttpStatus status, PolicyDraft draft) {
    return ResponseEntity.status(status)
        .eTag("\"" + draft.revision() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new Whole(inShort(PolicyBook.entry(draft)), PolicyJson.of(draft.policy())));
  }

  @PostMapping("/validate")
  Map<String, Object> validate(@RequestBody byte[] body) {
    reading();
    Policy policy = PolicyJson.read(StrictJson.object(body)).orRefuse();
    return Map.of("valid", true, "version", policy.version());
  }

  /** Begins a draft, or changes the one whose revision {@code If-Match} names. */
  @PutMapping("/drafts/{version}")
  ResponseEntity<Whole> save(
      @PathVariable String version,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody byte[] body) {
    TenantId tenant = writing();
    Actor by = actor.require();
    JsonNode sent = StrictJson.object(body);
    Policy policy = PolicyJson.read(sent.path("policy")).orRefuse();
    if (!policy.version().equals(version)) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "policy.other-name", "version");
    }
    String note = sent.path("note").asString("");
    if (ifMatch == null) {
      if (drafts.find(tenant, version).isPresent()) {
        throw new Refused(HttpStatus.PRECONDITION_REQUIRED, "policy.if-match", null);
      }
      return answered(HttpStatus.CREATED, drafts.begin(tenant, policy, note, by));
    }
    return answered(HttpStatus.OK, drafts.change(tenant, policy, seen(ifMatch), note, by));
  }

  private static int seen(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new Refused(HttpStatus.PRECONDITION_REQUIRED, "policy.if-match", null);
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw new Refused(HttpStatus.PRECONDITION_FAILED, "policy.changed-meanwhile", null);
    }
    return Integer.parseInt(tag.group(1));
  }

  @DeleteMapping("/drafts/{version}")
  ResponseEntity<Void> discard(
      @PathVariable String version,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    drafts.discard(writing(), version, seen(ifMatch));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/drafts/{version}/publish")
  Short publish(
      @PathVariable String version,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody byte[] body) {
    TenantId tenant = writing();
    JsonNode sent = StrictJson.object(body);
    LocalDate from = day(sent.path("effectiveFrom").asString(""));
    String note = sent.path("note").asString("");
    drafts.publish(tenant, version, seen(ifMatch), from, note, actor.require());
    return inShort(book.get(tenant, version));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "policy.not-a-day", "effectiveFrom");
    }
  }

  /** One setting that differs, in both languages. */
  record Differs(
      String field, JsonNode from, JsonNode to, Map<String, PolicyComparison.Worded> words) {}

  @GetMapping("/comparison")
  Map<String, Object> compare(@RequestParam String from, @RequestParam String to) {
    TenantId tenant = reading();
    Policy one = book.get(tenant, from).policy();
    Policy other = book.get(tenant, to).policy();
    List<Differs> differences = comparison.of(one, other).stream().map(this::differs).toList();
    return Map.of("from", from, "to", to, "differences", differences);
  }

  private Differs differs(PolicyComparison.Difference d) {
    Map<String, PolicyComparison.Worded> words = new LinkedHashMap<>();
    for (Locale locale : Texts.LANGUAGES) {
      words.put(locale.getLanguage(), comparison.worded(d, locale));
    }
    String pointer = d.setting().pointer();
    return new Differs(
        d.setting().path(),
        PolicyJson.of(d.from()).at(pointer),
        PolicyJson.of(d.to()).at(pointer),
        words);
  }

  /** An example patient as it is said outside. */
  record Example(String patient, Side now, Side then) {}

  /** How an example stands under one policy. */
  record Side(@Nullable LocalDate due, String status, List<String> reasons) {

    static Side of(PolicySimulation.Stands stands) {
      return new Side(stands.due(), stands.status().code(), stands.reasons());
    }
  }

  /** What would change, as numbers and at patients who do not exist. */
  record Simulated(PolicySimulation.Numbers numbers, List<Example> examples) {}

  @GetMapping("/simulation")
  Simulated simulate(
      @RequestParam String version, @RequestParam(defaultValue = "") String after, Locale locale) {
    TenantId tenant = reading();
    if (!after.isEmpty() && !after.matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new Refused(HttpStatus.BAD_REQUEST, "bad-request", "after");
    }
    Policy policy = book.get(tenant, version).policy();
    return new Simulated(
        simulation.numbers(tenant, policy, after, access.roles()),
        simulation.examples(tenant, policy, Texts.choose(locale)).stream()
            .map(e -> new Example(e.patient().code(), Side.of(e.now()), Side.of(e.then())))
            .toList());
  }
}
