package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.core.rule.Unchanged;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Policies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Nothing has changed: each child's known facts confirmed by one answer that also says how it goes
 * now (F20). Whether this way is open is decided by the rule, when it is shown and when it is sent.
 */
@Controller
@RequestMapping("/app/kindcheck/unchanged")
class UnchangedController {

  private static final String FORM = "unchanged";
  private static final String CHANGED = "changed";
  private static final List<String> STILL = List.of("goes-well", "support-wanted");

  private final CurrentLaunch launches;
  private final Known known;
  private final KindcheckStatus status;
  private final Policies policies;
  private final Saving saving;
  private final FormErrors words;
  private final Texts texts;

  UnchangedController(
      CurrentLaunch launches,
      Known known,
      KindcheckStatus status,
      Policies policies,
      Saving saving,
      FormErrors words,
      Texts texts) {
    this.launches = launches;
    this.known = known;
    this.status = status;
    this.policies = policies;
    this.saving = saving;
    this.words = words;
    this.texts = texts;
  }

  /** What the way is judged and written by. */
  private record Facts(Family family, KindcheckState state, Decision<Boolean> decision) {}

  private Facts facts(LaunchContext launch) {
    Family family = known.family(launch);
    KindcheckState state = status.of(launch.tenant(), launch.patient()).head().state();
    return new Facts(
        family,
        state,
        Unchanged.mayBeConfirmed(family, state, policies.today(launch.tenant()), known.today()));
  }

  @GetMapping
  ModelAndView show(Locale locale) {
    LaunchContext launch = launches.require();
    return page(facts(launch), Draft.fresh(FORM, Typed.NOTHING), List.of(), HttpStatus.OK, locale);
  }

  @PostMapping
  ModelAndView send(HttpServletRequest request, Locale locale) {
    LaunchContext launch = launches.require();
    Facts facts = facts(launch);
    Draft sent = FormPages.Sent.of(FORM, request).draft();
    if (!facts.decision().outcome()) {
      return page(facts, sent, List.of(), HttpStatus.CONFLICT, locale);
    }
    List<Child> children = facts.family().childrenAskedAboutOn(known.today());
    List<FormError> errors = new ArrayList<>();
    for (Child child : children) {
      String answer = sent.typed().value(KnownChild.of(child).field());
      if (answer.equals(CHANGED)) {
        return Goto.page("/app/kindcheck/start");
      }
      if (!STILL.contains(answer)) {
        errors.add(words.at(KnownChild.of(child).field(), "unchanged.choose", locale));
      }
    }
    if (sent.typed().value("gut-feeling").isEmpty()) {
      errors.add(words.at("gut-feeling", "unchanged.feeling", locale));
    }
    return errors.isEmpty()
        ? save(launch, facts, sent, locale)
        : page(facts, sent, errors, HttpStatus.UNPROCESSABLE_CONTENT, locale);
  }

  private ModelAndView save(LaunchContext launch, Facts facts, Draft sent, Locale locale) {
    Draft response = new Draft(FORM, sent.key(), 0, confirmed(facts, sent.typed()), null);
    Saving.Result result = saving.save(launch, response, null, false, locale);
    return result.recorded() != null
        ? Goto.page("/app/kindcheck/done/" + result.recorded().response().id())
        : page(facts, sent, result.errors(), result.status(), locale);
  }

  private Typed confirmed(Facts facts, Typed sent) {
    Check last = Objects.requireNonNull(facts.state().lastComplete());
    Map<String, List<String>> fields = new HashMap<>();
    boolean support = false;
    int number = 0;
    for (Child child : facts.family().childrenAskedAboutOn(known.today())) {
      String answer = sent.value(KnownChild.of(child).field());
      String group = "children." + number++;
      fields.put(group + ".id", List.of(child.id().toString()));
      fields.put(group + ".unchanged", List.of(last.on().toString()));
      fields.put(group + ".wellbeing", List.of(answer));
      support |= answer.equals("support-wanted");
    }
    Family family = facts.family();
    family.pregnancy().ifPresent(p -> put(fields, "pregnancy", still(p.status())));
    family.partnerHasChildren().ifPresent(a -> put(fields, "partner-children", a));
    family.othersCare().ifPresent(a -> put(fields, "other-carers", a));
    fields.put("discussed", List.of("yes"));
    fields.put("gut-feeling", sent.values("gut-feeling"));
    fields.put("outcome", List.of(support ? "support-wanted" : "goes-well"));
    return new Typed(fields);
  }

  /** A pregnancy that ended is not said to end again. */
  private static PregnancyStatus still(PregnancyStatus before) {
    return before == PregnancyStatus.ENDED ? PregnancyStatus.NO : before;
  }

  private static void put(Map<String, List<String>> fields, String name, Coded word) {
    fields.put(name, List.of(word.code()));
  }

  private ModelAndView page(
      Facts facts, Draft draft, List<FormError> errors, HttpStatus code, Locale locale) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", new FormView(draft, errors, known.today()));
    model.put("offered", facts.decision().outcome());
    Reason why = facts.decision().reasons().get(0);
    model.put(
        "why",
        facts.decision().outcome()
            ? ""
            : texts.of("unchanged.reason." + why.rule(), why.facts(), locale));
    model.put(
        "children",
        facts.family().childrenAskedAboutOn(known.today()).stream().map(KnownChild::of).toList());
    model.put("family", family(facts.family()));
    return new ModelAndView("conversation/unchanged", model, code);
  }

  private static List<KnownChild.Fact> family(Family family) {
    List<KnownChild.Fact> facts = new ArrayList<>();
    family.pregnancy().ifPresent(p -> facts.add(fact("pregnancy", "pregnancy", p.status())));
    family.partnerHasChildren().ifPresent(a -> facts.add(fact("partner-children", "answer", a)));
    family.othersCare().ifPresent(a -> facts.add(fact("other-carers", "answer", a)));
    return facts;
  }

  private static KnownChild.Fact fact(String ask, String system, Coded word) {
    return new KnownChild.Fact("ask." + ask, "choice." + system + "." + word.code(), "");
  }
}
