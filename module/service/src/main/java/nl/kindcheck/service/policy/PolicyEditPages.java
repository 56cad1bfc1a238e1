package nl.kindcheck.service.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.PolicyJson;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A draft of the policy: to change, and to publish from a day on. */
@Controller
class PolicyEditPages {

  private static final String EDIT = PolicyPages.PAGE + "/{version}/edit";
  private static final String PUBLISH = PolicyPages.PAGE + "/{version}/publish";

  private final PolicyDrafts drafts;
  private final PolicyViews views;
  private final CurrentAccess access;
  private final CurrentActor actor;

  PolicyEditPages(
      PolicyDrafts drafts, PolicyViews views, CurrentAccess access, CurrentActor actor) {
    this.drafts = drafts;
    this.views = views;
    this.access = access;
    this.actor = actor;
  }

  private PolicyDraft draft(String version) {
    return drafts
        .find(access.organisation(), version)
        .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "policy.no-draft", null));
  }

  /** Whether a form can be shown again with what was refused. */
  private static boolean isForTheForm(Refused refused) {
    return refused.status() == HttpStatus.UNPROCESSABLE_CONTENT
        || refused.status() == HttpStatus.PRECONDITION_FAILED
        || refused.status() == HttpStatus.CONFLICT;
  }

  @GetMapping(EDIT)
  ModelAndView form(@PathVariable String version, Locale locale) {
    PolicyDraft draft = draft(version);
    return form(
        version, draft.revision(), draft.note(), PolicyForm.of(draft.policy()), Map.of(), locale);
  }

  private ModelAndView form(
      String version,
      int revision,
      String note,
      PolicyForm form,
      Map<String, String> errors,
      Locale locale) {
    ModelAndView page = new ModelAndView("policy/edit");
    page.addObject("title", views.title("policy.edit.title", locale, "name", version));
    page.addObject("version", version);
    page.addObject("revision", revision);
    page.addObject("note", note);
    page.addObject("effectiveFrom", form.effectiveFrom());
    page.addObject("groups", views.form(form, locale));
    page.addObject("lines", form.lines());
    page.addObject("elements", views.elements(locale));
    page.addObject("moments", views.moments(locale));
    page.addObject("errors", errors);
    return page;
  }

  @PostMapping(EDIT)
  ModelAndView save(
      @PathVariable String version, @RequestParam Map<String, String> sent, Locale locale) {
    int seen = number(sent.get("revision"));
    String note = sent.getOrDefault("note", "");
    PolicyForm form = PolicyForm.of(version, sent);
    try {
      Policy policy = PolicyJson.read(form.document()).orRefuse();
      drafts.change(access.organisation(), policy, seen, note, actor.require());
    } catch (Refused refused) {
      if (!isForTheForm(refused)) {
        throw refused;
      }
      ModelAndView page =
          form(
              version,
              seenNext(refused, version, seen),
              note,
              form,
              views.errors(refused, locale),
              locale);
      page.setStatus(refused.status());
      return page;
    }
    return PolicyPages.to(PolicyPages.PAGE + "/" + version);
  }

  /** Who was told that somebody else changed it has seen that: sent again, it counts. */
  private int seenNext(Refused refused, String version, int seen) {
    return refused.status() == HttpStatus.PRECONDITION_FAILED ? draft(version).revision() : seen;
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  @GetMapping(PUBLISH)
  ModelAndView publishing(@PathVariable String version, Locale locale) {
    PolicyDraft draft = draft(version);
    LocalDate from = draft.policy().effectiveFrom();
    LocalDate earliest = drafts.earliest();
    return publishing(
        version,
        draft.revision(),
        (from.isBefore(earliest) ? earliest : from).toString(),
        draft.note(),
        Map.of(),
        locale);
  }

  private ModelAndView publishing(
      String version,
      int revision,
      String from,
      String note,
      Map<String, String> errors,
      Locale locale) {
    ModelAndView page = new ModelAndView("policy/publish");
    page.addObject("title", views.title("policy.publish.title", locale, "name", version));
    page.addObject("version", version);
    page.addObject("revision", revision);
    page.addObject("from", from);
    page.addObject("note", note);
    page.addObject("earliest", drafts.earliest());
    page.addObject("errors", errors);
    return page;
  }

  @PostMapping(PUBLISH)
  ModelAndView publish(
      @PathVariable String version, @RequestParam Map<String, String> sent, Locale locale) {
    TenantId tenant = access.organisation();
    int seen = number(sent.get("revision"));
    String from = sent.getOrDefault("effectiveFrom", "");
    String note = sent.getOrDefault("note", "");
    try {
      drafts.publish(tenant, version, seen, day(from), note, actor.require());
    } catch (Refused refused) {
      if (!isForTheForm(refused)) {
        throw refused;
      }
      ModelAndView page =
          publishing(
              version,
              seenNext(refused, version, seen),
              from,
              note,
              views.errors(refused, locale),
              locale);
      page.setStatus(refused.status());
      return page;
    }
    return PolicyPages.to(PolicyPages.PAGE + "/" + version);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "policy.not-a-day", "effectiveFrom");
    }
  }
}
