package nl.kindcheck.service.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The shortest way: no children in this patient's life. One line asks for all of them together, and
 * one explicit answer says no to each; nothing is answered by a default (F20).
 */
@Controller
@RequestMapping("/app/kindcheck/no-children")
class NoChildrenController {

  private static final String FORM = "no-children";

  /** What is known already by any other answer. */
  private static final Map<String, Map<String, String>> GOES_ON =
      Map.of(
          "pregnancy", Map.of("pregnancy", "yes"),
          "partner", Map.of("partner-children", "yes"),
          "children", Map.of(),
          "unknown", Map.of("outcome", "unclear"));

  private final CurrentLaunch launches;
  private final Known known;
  private final Saving saving;
  private final Drafts drafts;
  private final FormErrors words;

  NoChildrenController(
      CurrentLaunch launches, Known known, Saving saving, Drafts drafts, FormErrors words) {
    this.launches = launches;
    this.known = known;
    this.saving = saving;
    this.drafts = drafts;
    this.words = words;
  }

  @GetMapping
  ModelAndView show() {
    return page(launches.require(), Draft.fresh(FORM, Typed.NOTHING), List.of(), HttpStatus.OK);
  }

  @PostMapping
  ModelAndView save(
      @RequestParam(name = "_key") UUID key,
      @RequestParam(name = "_answer", defaultValue = "") String answer,
      Locale locale) {
    LaunchContext launch = launches.require();
    Map<String, String> goesOn = GOES_ON.get(answer);
    if (goesOn != null) {
      return goOn(launch, goesOn);
    }
    Typed none =
        Typed.NOTHING
            .with("outcome", "no-children")
            .with("pregnancy", "no")
            .with("partner-children", "no");
    Draft draft = new Draft(FORM, key, 0, none, null);
    if (!answer.equals("none")) {
      FormError choose = words.at("answer", "no-children.choose", locale);
      return page(launch, draft, List.of(choose), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Saving.Result result = saving.save(launch, draft, null, false, locale);
    return result.recorded() != null
        ? Goto.page("/app/kindcheck/done/" + result.recorded().response().id())
        : page(launch, draft, result.errors(), result.status());
  }

  private ModelAndView goOn(LaunchContext launch, Map<String, String> answers) {
    if (drafts.find(launch, FormPages.START).isEmpty()) {
      Typed typed = known.prefilled(launch);
      for (Map.Entry<String, String> answer : answers.entrySet()) {
        typed = typed.with(answer.getKey(), answer.getValue());
      }
      drafts.keep(launch, Draft.fresh(FormPages.START, typed));
    }
    return Goto.page("/app/kindcheck/start");
  }

  private ModelAndView page(
      LaunchContext launch, Draft draft, List<FormError> errors, HttpStatus status) {
    List<String> named =
        known.family(launch).childrenAskedAboutOn(known.today()).stream()
            .map(Child::label)
            .flatMap(Optional::stream)
            .toList();
    return new ModelAndView(
        "conversation/no-children",
        Map.of("form", new FormView(draft, errors, known.today()), "named", named),
        status);
  }
}
