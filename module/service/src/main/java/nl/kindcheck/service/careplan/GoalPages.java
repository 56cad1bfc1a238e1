package nl.kindcheck.service.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.guide.Guide;
import nl.kindcheck.service.guide.GuideText;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The goals of a parent: to read, to add, and to change with everything before it in sight. */
@Controller
class GoalPages {

  private static final String PAGE = "/app/care/goals";

  /** The topic of the guide whose list holds the examples. */
  private static final String EXAMPLES = "parent-goal";

  private final ParentGoals goals;
  private final Guide guide;
  private final CurrentLaunch launch;
  private final Texts texts;
  private final DomainClock clock;

  GoalPages(ParentGoals goals, Guide guide, CurrentLaunch launch, Texts texts, DomainClock clock) {
    this.goals = goals;
    this.guide = guide;
    this.launch = launch;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * What is typed, as it was typed.
   *
   * @param key of a new goal
   * @param version that was looked at, of a goal that is there
   * @param take which example is to be put with the words; null where none is
   */
  public record Typed(
      @Nullable UUID key,
      @Nullable Integer version,
      @Nullable String words,
      @Nullable String owner,
      @Nullable String day,
      @Nullable String status,
      @Nullable String reason,
      @Nullable Integer take) {

    static Typed nothing() {
      return new Typed(UUID.randomUUID(), null, null, null, null, null, null, null);
    }

    static Typed of(ParentGoal goal) {
      return new Typed(
          null,
          goal.version(),
          goal.words(),
          goal.owner(),
          goal.lookBackOn().toString(),
          goal.status().code(),
          null,
          null);
    }

    /** The same, to be sent with another key or after another version. */
    Typed again(@Nullable UUID newKey, @Nullable Integer seen) {
      return new Typed(newKey, seen, words, owner, day, status, reason, null);
    }

    /** An example stands below what was typed already, so that none of that is lost. */
    Typed with(String example) {
      String all = words == null || words.isBlank() ? example : words + "\n" + example;
      return new Typed(key, version, all, owner, day, status, reason, null);
    }

    ParentGoals.Said said() {
      return new ParentGoals.Said(
          text(words),
          text(owner),
          Checked.day(day),
          Coded.find(ParentGoal.Status.class, text(status)).orElse(null),
          text(reason));
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  @GetMapping(PAGE)
  ModelAndView all() {
    LaunchContext at = launch.require();
    List<ParentGoal> all = goals.all(at.tenant(), at.patient());
    ModelAndView page = new ModelAndView("careplan/goals");
    page.addObject("open", all.stream().filter(g -> g.status().isOpen()).toList());
    page.addObject("closed", all.stream().filter(g -> !g.status().isOpen()).toList());
    page.addObject("today", clock.today());
    return page;
  }

  @GetMapping(PAGE + "/new")
  ModelAndView form() {
    launch.require();
    return form(Typed.nothing(), List.of(), Map.of());
  }

  @PostMapping(PAGE + "/new")
  ModelAndView add(Typed sent, Locale locale) {
    LaunchContext at = launch.require();
    UUID key = sent.key() == null ? UUID.randomUUID() : sent.key();
    Typed typed = sent.again(key, null);
    if (sent.take() != null) {
      return form(taken(typed, sent.take()), List.of(), Map.of());
    }
    try {
      goals.add(at.tenant(), at.patient(), at.user(), key, typed.said());
      return back();
    } catch (Refused refused) {
      boolean sentBefore = refused.status() == HttpStatus.CONFLICT;
      return again(
          sentBefore ? typed.again(UUID.randomUUID(), null) : typed, List.of(), refused, locale);
    }
  }

  @GetMapping(PAGE + "/{id}")
  ModelAndView one(@PathVariable UUID id) {
    List<ParentGoal> versions = versions(id);
    return form(Typed.of(versions.get(0)), versions, Map.of());
  }

  @PostMapping(PAGE + "/{id}")
  ModelAndView change(@PathVariable UUID id, Typed sent, Locale locale) {
    LaunchContext at = launch.require();
    int seen = sent.version() == null ? 0 : sent.version();
    if (sent.take() != null) {
      return form(taken(sent.again(null, seen), sent.take()), versions(id), Map.of());
    }
    try {
      goals.change(at.tenant(), at.patient(), at.user(), id, seen, sent.said());
      return back();
    } catch (Refused refused) {
      if (!Checked.isForTheForm(refused)) {
        throw refused;
      }
      List<ParentGoal> versions = versions(id);
      return again(sent.again(null, versions.get(0).version()), versions, refused, locale);
    }
  }

  private List<ParentGoal> versions(UUID id) {
    LaunchContext at = launch.require();
    List<ParentGoal> versions = goals.versions(at.tenant(), at.patient(), id);
    if (versions.isEmpty()) {
      throw new Refused(HttpStatus.NOT_FOUND, "not-found", null);
    }
    return versions;
  }

  private Typed taken(Typed typed, int number) {
    List<String> examples = examples();
    return number < 0 || number >= examples.size() ? typed : typed.with(examples.get(number));
  }

  private List<String> examples() {
    GuideText text = guide.topic(EXAMPLES);
    return text == null ? List.of() : text.points();
  }

  private ModelAndView again(
      Typed typed, List<ParentGoal> versions, Refused refused, Locale locale) {
    if (!Checked.isForTheForm(refused)) {
      throw refused;
    }
    ModelAndView page = form(typed, versions, Checked.worded(refused.faults(), texts, locale));
    page.setStatus(refused.status());
    return page;
  }

  private ModelAndView form(Typed typed, List<ParentGoal> versions, Map<String, String> errors) {
    LocalDate today = clock.today();
    ModelAndView page = new ModelAndView("careplan/goal");
    page.addObject("typed", typed);
    page.addObject("versions", versions);
    page.addObject("errors", errors);
    page.addObject(
        "statuses",
        Stream.of(ParentGoal.Status.values())
            .filter(status -> status.isOpen() || !versions.isEmpty())
            .toList());
    page.addObject("examples", guide.topic(EXAMPLES));
    page.addObject("user", launch.require().user());
    page.addObject("today", today);
    return page;
  }

  private static ModelAndView back() {
    RedirectView to = new RedirectView(PAGE, true);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(to);
  }
}
