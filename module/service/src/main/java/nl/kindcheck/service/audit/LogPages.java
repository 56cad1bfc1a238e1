package nl.kindcheck.service.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The log for the privacy officer: a look, what a patient is given who asks who looked at their
 * record, and an export. What is asked for goes in the body, so that no address names a patient.
 */
@Controller
class LogPages {

  private static final String PAGE = "/office/log";
  private static final Pattern PATIENT = Pattern.compile("Patient/[A-Za-z0-9.-]{1,64}");

  /** What is named in words; a test compares it with what there is. */
  static final Set<String> OBJECTS =
      Set.of(
          "AuditEvent",
          "CarePlan",
          "Communication",
          "Encounter",
          "Flag",
          "Goal",
          "Observation",
          "Patient",
          "Provenance",
          "Questionnaire",
          "QuestionnaireResponse",
          "RelatedPerson",
          "Task",
          "care-plan",
          "consent",
          "consult",
          "draft",
          "goal",
          "guide",
          "import",
          "kindcheck",
          "language",
          "letter",
          "log",
          "meldcode",
          "meldcode-history",
          "next-date",
          "office",
          "overview",
          "referral",
          "session",
          "summary",
          "timeline",
          "policy",
          "policy-simulation",
          "units",
          "disclosure",
          "destruction",
          "care-relation",
          "emergency-access",
          "emergency-review");

  /** On one page. */
  static final int SHOWN = 100;

  /** For a patient on paper; whoever needs more asks by period. */
  static final int PRINTED = 2000;

  private final AuditLog log;
  private final CurrentAccess access;
  private final LogCsv csv;
  private final Organisations organisations;
  private final Texts texts;

  LogPages(
      AuditLog log, CurrentAccess access, LogCsv csv, Organisations organisations, Texts texts) {
    this.log = log;
    this.access = access;
    this.csv = csv;
    this.organisations = organisations;
    this.texts = texts;
  }

  /**
   * What is asked for, as it was typed.
   *
   * @param patient a reference of the EPD; empty for everybody
   * @param from the first day, empty for no bound
   * @param to the last day, empty for no bound
   * @param until the last line that counts; null for the first page
   * @param offset how many lines were shown before
   */
  public record Typed(
      @Nullable String patient,
      @Nullable String from,
      @Nullable String to,
      @Nullable Long until,
      @Nullable Integer offset) {

    static Typed nothing() {
      return new Typed(null, null, null, null, null);
    }

    private static @Nullable String given(@Nullable String typed) {
      return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
      String given = given(typed);
      return given == null ? null : LocalDate.parse(given);
    }

    private static boolean isNoDay(@Nullable String typed) {
      try {
        LocalDate day = day(typed);
        return day != null && (day.getYear() < 2000 || day.getYear() > 9999);
      } catch (DateTimeParseException e) {
        return true;
      }
    }

    /** What is wrong with it: field and key of the text. */
    Map<String, String> faults(boolean patientNeeded) {
      Map<String, String> faults = new LinkedHashMap<>();
      String asked = given(patient);
      if (asked == null ? patientNeeded : !PATIENT.matcher(asked).matches()) {
        faults.put("patient", asked == null ? "log.fault.whose" : "log.fault.patient");
      }
      if (isNoDay(from)) {
        faults.put("from", "log.fault.day");
      }
      if (isNoDay(to)) {
        faults.put("to", "log.fault.day");
      }
      Instant first = faults.isEmpty() ? begin() : null;
      Instant end = faults.isEmpty() ? end() : null;
      if (first != null && end != null && !first.isBefore(end)) {
        faults.put("to", "log.fault.order");
      }
      return faults;
    }

    private @Nullable Instant begin() {
      LocalDate day = day(from);
      return day == null ? null : day.atStartOfDay(DomainClock.ZONE).toInstant();
    }

    private @Nullable Instant end() {
      LocalDate day = day(to);
      return day == null ? null : day.plusDays(1).atStartOfDay(DomainClock.ZONE).toInstant();
    }

    int skipped() {
      return offset == null ? 0 : Math.max(0, offset);
    }

    AuditLog.Asked asked(long newest) {
      return new AuditLog.Asked(
          given(patient), begin(), end(), until == null ? newest : Math.min(until, newest));
    }
  }

  /**
   * A line as a page shows it.
   *
   * @param at in the time of the country
   */
  public record Row(ZonedDateTime at, StoredLine line, boolean sealed) {

    static Row of(AuditLog.Found found) {
      return new Row(found.line().at().atZone(DomainClock.ZONE), found.line(), found.sealed());
    }

    /** The key of a text that names the object: a type of FHIR without its operation. */
    public String object() {
      String type = line.object().split("/", 2)[0];
      return OBJECTS.contains(type) ? "log.object." + type : "log.object.other";
    }
  }

  @GetMapping(PAGE)
  ModelAndView ask() {
    return form(Typed.nothing(), Map.of());
  }

  /**
   * @param wanted {@code paper}: who looked at a patient's record, in words, to print and give to
   *     the patient; {@code file}: all of what is asked for; else a page to look at
   */
  @PostMapping(PAGE)
  @Nullable ModelAndView show(
      Typed typed,
      @RequestParam(name = "do", defaultValue = "look") String wanted,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    Map<String, String> faults = typed.faults(wanted.equals("paper"));
    if (!faults.isEmpty()) {
      return again(typed, faults, locale);
    }
    TenantId tenant = access.organisation();
    AuditLog.Asked asked = typed.asked(log.newest(tenant));
    return switch (wanted) {
      case "paper" -> paper(tenant, typed, asked);
      case "file" -> {
        file(tenant, asked, response);
        yield null;
      }
      default -> look(tenant, typed, asked);
    };
  }

  private ModelAndView look(TenantId tenant, Typed typed, AuditLog.Asked asked) {
    List<AuditLog.Found> found = log.search(tenant, asked, typed.skipped(), SHOWN + 1);
    ModelAndView page = form(typed, Map.of());
    page.addObject("rows", found.stream().limit(SHOWN).map(Row::of).toList());
    page.addObject("until", asked.until());
    page.addObject("next", found.size() > SHOWN ? typed.skipped() + SHOWN : null);
    return page;
  }

  private ModelAndView paper(TenantId tenant, Typed typed, AuditLog.Asked asked) {
    List<AuditLog.Found> found = log.print(tenant, asked, PRINTED + 1);
    ModelAndView page = new ModelAndView("audit/patient");
    page.addObject("patient", asked.patient());
    page.addObject("from", Typed.day(typed.from()));
    page.addObject("to", Typed.day(typed.to()));
    page.addObject("rows", found.stream().limit(PRINTED).map(Row::of).toList());
    page.addObject("more", found.size() > PRINTED);
    page.addObject("organisation", organisations.byTenant(tenant).name());
    return page;
  }

  private void file(TenantId tenant, AuditLog.Asked asked, HttpServletResponse response)
      throws IOException {
    // Nothing leaves before the line that says so is there for good.
    Path file = csv.write(tenant, asked);
    try {
      response.setContentType("text/csv;charset=UTF-8");
      response.setHeader("Content-Disposition", "attachment; filename=\"kindcheck-log.csv\"");
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  private ModelAndView again(Typed typed, Map<String, String> faults, Locale locale) {
    Map<String, String> worded = new LinkedHashMap<>();
    faults.forEach((field, key) -> worded.put(field, texts.of(key, Texts.choose(locale))));
    ModelAndView page = form(typed, worded);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static ModelAndView form(Typed typed, Map<String, String> errors) {
    ModelAndView page = new ModelAndView("audit/log");
    page.addObject("typed", typed);
    page.addObject("errors", errors);
    return page;
  }
}
