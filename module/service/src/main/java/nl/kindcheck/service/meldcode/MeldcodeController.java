package nl.kindcheck.service.meldcode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kindcheck.core.meldcode.MeldcodeId;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.core.meldcode.Step;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.meldcode.EntryViews.Reading;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Policies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that show the records of a patient. */
@Controller
@RequestMapping("/app/meldcode")
class MeldcodeController {

  private final CurrentLaunch current;
  private final Meldcodes meldcodes;
  private final RecordViews records;
  private final EntryViews entries;
  private final Policies policies;
  private final DomainClock clock;
  private final Texts texts;

  MeldcodeController(
      CurrentLaunch current,
      Meldcodes meldcodes,
      RecordViews records,
      EntryViews entries,
      Policies policies,
      DomainClock clock,
      Texts texts) {
    this.current = current;
    this.meldcodes = meldcodes;
    this.records = records;
    this.entries = entries;
    this.policies = policies;
    this.clock = clock;
    this.texts = texts;
  }

  /** A Kindcheck that named a safety concern and from which no record was opened yet. */
  record Offer(String text, String href) {}

  @GetMapping
  String list(Model model, Locale locale) {
    LaunchContext launch = current.require();
    Meldcodes.Known known = meldcodes.known(launch);
    List<MeldcodeRecord> all = meldcodes.all(launch);
    Reading reading = new Reading(launch.user(), known.children(), locale);
    List<RecordView> views = all.stream().map(r -> view(r, launch, reading)).toList();
    model.addAttribute("title", texts.of("meldcode.title", locale));
    model.addAttribute("records", views);
    model.addAttribute(
        "danger",
        views.stream()
            .map(RecordView::danger)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null));
    model.addAttribute(
        "offers",
        Opening.notTakenUp(known, all).stream()
            .map(
                id ->
                    new Offer(
                        texts.of(
                            "meldcode.offer",
                            Map.of("day", java.util.Objects.toString(known.concerns().get(id), "")),
                            locale),
                        "/app/meldcode/new?kindcheck=" + id))
            .toList());
    return "meldcode/list";
  }

  @GetMapping("/{id}")
  String record(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String saved,
      Model model,
      Locale locale) {
    RecordView view = fill(model, id, saved, locale);
    model.addAttribute("title", view.heading());
    return "meldcode/record";
  }

  @GetMapping("/{id}/step/{number}")
  String step(
      @PathVariable String id,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String saved,
      Model model,
      Locale locale) {
    Step step = step(number);
    RecordView view = fill(model, id, saved, locale);
    RecordView.StepView shown = view.steps().get(step.ordinal());
    model.addAttribute("title", shown.title());
    model.addAttribute("step", shown);
    model.addAttribute("code", step.code());
    model.addAttribute(
        "forms",
        Forms.all().values().stream()
            .filter(f -> f.step() == step)
            .map(MeldcodeForm::name)
            .toList());
    model.addAttribute("key", UUID.randomUUID().toString());
    return "meldcode/step";
  }

  @GetMapping("/{id}/history")
  String history(@PathVariable String id, Model model, Locale locale) {
    LaunchContext launch = current.require();
    RecordView view = fill(model, id, "", locale);
    Reading reading = new Reading(launch.user(), meldcodes.known(launch).children(), locale);
    model.addAttribute(
        "title", texts.of("meldcode.history.of", Map.of("record", view.heading()), locale));
    model.addAttribute(
        "entries",
        meldcodes.one(launch, id(id)).entries().stream()
            .map(e -> entries.view(e, reading))
            .toList());
    return "meldcode/history";
  }

  private RecordView fill(Model model, String id, String saved, Locale locale) {
    LaunchContext launch = current.require();
    MeldcodeRecord record = meldcodes.one(launch, id(id));
    RecordView view =
        view(
            record, launch, new Reading(launch.user(), meldcodes.known(launch).children(), locale));
    model.addAttribute("record", view);
    model.addAttribute("version", record.version());
    model.addAttribute("saved", FormController.SAID.contains(saved) ? saved : "");
    return view;
  }

  private RecordView view(MeldcodeRecord record, LaunchContext launch, Reading reading) {
    return records.view(
        record, launch.tenant(), policies.on(launch.tenant(), clock.today()), reading);
  }

  static Step step(String number) {
    return Stream.of(Step.values())
        .filter(s -> Integer.toString(s.number()).equals(number))
        .findFirst()
        .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "meldcode.not-found", null));
  }

  static MeldcodeId id(String id) {
    try {
      return new MeldcodeId(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw new Refused(HttpStatus.NOT_FOUND, "meldcode.not-found", null);
    }
  }
}
