package nl.kindcheck.service.meldcode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.core.meldcode.Step;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.meldcode.EntryViews.Reading;
import nl.kindcheck.service.meldcode.FormView.Hidden;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The forms: each is shown, checked and recorded in the same way. */
@Controller
@RequestMapping("/app/meldcode")
class FormController {

  private static final String BASE = "/app/meldcode/";
  private static final String KEY = "key";
  private static final String VERSION = "version";
  private static final String KINDCHECK = "kindcheck";

  /** What the next page may say: that it was saved, and that somebody else wrote meanwhile. */
  static final Set<String> SAID = Set.of("yes", "beside");

  private final CurrentLaunch current;
  private final Meldcodes meldcodes;
  private final FormViews forms;
  private final RecordViews records;
  private final Policies policies;
  private final DomainClock clock;

  FormController(
      CurrentLaunch current,
      Meldcodes meldcodes,
      FormViews forms,
      RecordViews records,
      Policies policies,
      DomainClock clock) {
    this.current = current;
    this.meldcodes = meldcodes;
    this.forms = forms;
    this.records = records;
    this.policies = policies;
    this.clock = clock;
  }

  @GetMapping("/new")
  ModelAndView showNew(
      @RequestParam(defaultValue = "") List<String> child,
      @RequestParam(required = false) @Nullable String kindcheck,
      Locale locale) {
    LaunchContext launch = current.require();
    return newPage(
        launch,
        new Typed(Opening.start(child, kindcheck), clock.today()),
        Opening.key(null).toString(),
        meldcodes.known(launch),
        locale);
  }

  @PostMapping("/new")
  ModelAndView open(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
    LaunchContext launch = current.require();
    Meldcodes.Known known = meldcodes.known(launch);
    Typed typed =
        Typed.read(
            Opening.questions(known, sent.getOrDefault(Opening.CHILD, List.of())),
            sent,
            clock.today());
    if (!typed.isSound()) {
      return newPage(launch, typed, Opening.key(sent.getFirst(KEY)).toString(), known, locale);
    }
    Meldcodes.Added added =
        meldcodes.open(launch, Opening.key(sent.getFirst(KEY)), Opening.events(typed, known));
    return to(BASE + added.id(), false);
  }

  private ModelAndView newPage(
      LaunchContext launch, Typed typed, String key, Meldcodes.Known known, Locale locale) {
    FormView form =
        forms.view(
            new FormViews.Place("new", BASE + "new", "/app/meldcode", Map.of()),
            key,
            0,
            List.of(new Hidden(KINDCHECK, typed.value(KINDCHECK))),
            Opening.questions(known, typed.chosen(Opening.CHILD)),
            typed,
            locale);
    return page(form, typed)
        .addObject("danger", records.inCaseOfDanger(launch.tenant(), locale))
        .addObject("closed", false);
  }

  @GetMapping("/{id}/{form}")
  ModelAndView show(@PathVariable String id, @PathVariable("form") String name, Locale locale) {
    return show(id, recordForm(name), BASE + id + "/" + name, locale);
  }

  @PostMapping("/{id}/{form}")
  ModelAndView send(
      @PathVariable String id,
      @PathVariable("form") String name,
      @RequestParam MultiValueMap<String, String> sent,
      Locale locale) {
    return send(id, recordForm(name), BASE + id + "/" + name, sent, locale);
  }

  @GetMapping("/{id}/step/{number}/{form}")
  ModelAndView showInStep(
      @PathVariable String id,
      @PathVariable String number,
      @PathVariable("form") String name,
      Locale locale) {
    String action = BASE + id + "/step/" + number + "/" + name;
    return show(id, stepForm(number, name), action, locale);
  }

  @PostMapping("/{id}/step/{number}/{form}")
  ModelAndView sendInStep(
      @PathVariable String id,
      @PathVariable String number,
      @PathVariable("form") String name,
      @RequestParam MultiValueMap<String, String> sent,
      Locale locale) {
    String action = BASE + id + "/step/" + number + "/" + name;
    return send(id, stepForm(number, name), action, sent, locale);
  }

  private static MeldcodeForm recordForm(String name) {
    return Forms.of(name).orElseThrow(FormController::nothingThere);
  }

  private static MeldcodeForm stepForm(String number, String name) {
    Step step = MeldcodeController.step(number);
    return Forms.of(step, name).orElseThrow(FormController::nothingThere);
  }

  private static Refused nothingThere() {
    return new Refused(HttpStatus.NOT_FOUND, "meldcode.not-found", null);
  }

  private ModelAndView show(String id, MeldcodeForm form, String action, Locale locale) {
    LaunchContext launch = current.require();
    MeldcodeRecord record = meldcodes.one(launch, MeldcodeController.id(id));
    Map<String, String> values = new HashMap<>(form.starter().values(record));
    LocalDate today = clock.today();
    for (Question question : form.questions()) {
      if (question.kind() == Question.Kind.DATE) {
        values.put(question.name() + "-day", Integer.toString(today.getDayOfMonth()));
        values.put(question.name() + "-month", Integer.toString(today.getMonthValue()));
        values.put(question.name() + "-year", Integer.toString(today.getYear()));
      }
    }
    String key = Opening.key(null).toString();
    Typed typed = new Typed(values, today);
    return formPage(launch, record, record.version(), form, action, key, typed, locale);
  }

  private ModelAndView send(
      String id,
      MeldcodeForm form,
      String action,
      MultiValueMap<String, String> sent,
      Locale locale) {
    LaunchContext launch = current.require();
    MeldcodeRecord record = meldcodes.one(launch, MeldcodeController.id(id));
    int shown = version(sent.getFirst(VERSION), record);
    Typed typed = Typed.read(form.questions(), sent, clock.today());
    Set<String> names = new HashSet<>(meldcodes.known(launch).children().values());
    List<MeldcodeEvent> events =
        form.events(typed, new MeldcodeForm.Setting(record.at(shown), names));
    if (!typed.isSound()) {
      String key = Opening.key(sent.getFirst(KEY)).toString();
      return formPage(launch, record, shown, form, action, key, typed, locale);
    }
    Meldcodes.Added added =
        meldcodes.add(launch, record.id(), Opening.key(sent.getFirst(KEY)), events);
    Step step = form.step();
    String back = step == null ? "" : "/step/" + step.number();
    return to(BASE + record.id() + back, !added.repeated() && added.version() > shown);
  }

  /** Which version of the record the sent form showed; the present one where it does not say. */
  private static int version(@Nullable String sent, MeldcodeRecord record) {
    boolean number = sent != null && sent.matches("[1-9]\\d{0,8}");
    return number ? Integer.parseInt(sent) : record.version();
  }

  private ModelAndView formPage(
      LaunchContext launch,
      MeldcodeRecord record,
      int version,
      MeldcodeForm form,
      String action,
      String key,
      Typed typed,
      Locale locale) {
    Step step = form.step();
    String back = BASE + record.id() + (step == null ? "" : "/step/" + step.number());
    Map<String, String> title =
        step == null ? Map.of() : Map.of("step", Integer.toString(step.number()));
    FormView view =
        forms.view(
            new FormViews.Place(form.name(), action, back, title),
            key,
            version,
            List.of(),
            form.questions(),
            typed,
            locale);
    RecordView shown =
        records.view(
            record,
            launch.tenant(),
            policies.on(launch.tenant(), clock.today()),
            new Reading(launch.user(), Map.of(), locale));
    boolean noting = form.name().equals("danger") && shown.danger() == null;
    return page(view, typed)
        .addObject(
            "danger", noting ? records.inCaseOfDanger(launch.tenant(), locale) : shown.danger())
        .addObject("closed", record.isClosed() && !form.name().equals("reopen"));
  }

  private static ModelAndView page(FormView form, Typed typed) {
    ModelAndView page = new ModelAndView("meldcode/form");
    page.setStatus(typed.isSound() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page.addObject("title", form.title()).addObject("form", form);
  }

  /** So that going back or reloading sends nothing again. */
  private static ModelAndView to(String address, boolean beside) {
    RedirectView view = new RedirectView(address + "?saved=" + (beside ? "beside" : "yes"));
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }
}
