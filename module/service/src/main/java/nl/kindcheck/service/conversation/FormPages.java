package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.epdfamily.FamilyInEpd;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.family.WholeFamily;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.OneTrip;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The long form, for a new Kindcheck and for the correction of one: what was sent is kept as a
 * draft first, whatever is wrong with it, and then done what the button said.
 */
@Component
class FormPages {

  static final String START = "start";

  /** The field that keeps which version of a response is being corrected. */
  static final String READ_VERSION = "read-version";

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ADD = Pattern.compile("add-(children|carers|follow-up)");
  private static final Pattern SHOW = Pattern.compile("show-domains\\.(\\d{1,3})");
  private static final Pattern REMOVE =
      Pattern.compile("remove-(children|carers|follow-up)\\.(\\d{1,3})");

  private final Drafts drafts;
  private final Saving saving;
  private final FormErrors words;
  private final Known known;
  private final Suggestions suggestions;
  private final FieldWords fields;
  private final FamilyInEpd epd;
  private final LeftOut leftOut;

  FormPages(
      Drafts drafts,
      Saving saving,
      FormErrors words,
      Known known,
      Suggestions suggestions,
      FieldWords fields,
      FamilyInEpd epd,
      LeftOut leftOut) {
    this.leftOut = leftOut;
    this.fields = fields;
    this.drafts = drafts;
    this.saving = saving;
    this.words = words;
    this.known = known;
    this.suggestions = suggestions;
    this.epd = epd;
  }

  /**
   * A form as it is shown and sent.
   *
   * @param path where it is
   * @param correcting null for a new Kindcheck
   */
  record Sheet(String path, Saving.@Nullable Correcting correcting) {}

  /** What was sent: the fields, the version that its window read, and the button. */
  record Sent(Draft draft, String action) {

    static Sent of(String form, HttpServletRequest request) {
      String key = request.getParameter("_key");
      String version = request.getParameter("_version");
      String action = request.getParameter("_action");
      if (key == null
          || !KEY.matcher(key).matches()
          || version == null
          || !version.matches("\\d{1,9}")) {
        throw new Refused(HttpStatus.BAD_REQUEST, "form.not-ours", null);
      }
      return new Sent(
          new Draft(
              form,
              UUID.fromString(key),
              Integer.parseInt(version),
              Typed.of(request.getParameterMap()),
              null),
          action == null ? "save" : action);
    }
  }

  ModelAndView show(LaunchContext launch, Sheet sheet, Draft draft) {
    return page(launch, sheet, draft, List.of(), List.of(), HttpStatus.OK);
  }

  /**
   * @param stored what is known, as it was read with the draft
   * @param others who else is at work with this form
   */
  ModelAndView show(
      LaunchContext launch, Sheet sheet, Draft draft, WholeFamily stored, List<String> others) {
    Map<String, Object> model = model(launch, sheet, draft, List.of(), List.of(), stored);
    model.put("others", others);
    return new ModelAndView("conversation/start", model);
  }

  /** The domains of a child as nobody has filled them in yet. */
  ModelAndView domains(int child) {
    Draft empty = Draft.fresh(START, Typed.NOTHING);
    return new ModelAndView(
        "conversation/domains :: domains(i=" + child + ")",
        Map.of("form", new FormView(empty, List.of(), known.today())));
  }

  ModelAndView send(LaunchContext launch, Sheet sheet, Sent sent, Locale locale) {
    Typed typed =
        suggestions.taken(changed(sent.draft().typed(), sent.action()), sent.action(), locale);
    Draft draft = with(sent.draft(), typed, sent.draft().version());
    if (sent.action().equals("discard")) {
      drafts.remove(launch, draft.form());
      return Goto.page("/app");
    }
    Drafts.Kept kept = drafts.keep(launch, draft);
    if (kept.conflict()) {
      FormError both = words.whole("form.elsewhere", locale);
      return page(
          launch,
          sheet,
          with(kept.kept(), typed, kept.kept().version()),
          List.of(both),
          fields.otherwise(typed, kept.kept().typed(), locale),
          HttpStatus.CONFLICT);
    }
    Draft now = with(kept.kept(), typed, kept.kept().version());
    List<FormError> notKept = leftOut.errors(typed, locale);
    if (!sent.action().startsWith("save") && !notKept.isEmpty()) {
      // Another page would show the draft, and lose what is not in it.
      return page(launch, sheet, now, notKept, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (sent.action().equals("import")) {
      return Goto.page(ImportController.PATH);
    }
    if (!sent.action().startsWith("save")) {
      return Goto.page(sheet.path() + place(sent.action(), typed));
    }
    return save(launch, sheet, now, sent.action().equals("save-incomplete"), locale);
  }

  private ModelAndView save(
      LaunchContext launch, Sheet sheet, Draft draft, boolean incompleteToo, Locale locale) {
    Saving.Correcting correcting = sheet.correcting();
    if (correcting != null && correcting.reason().isBlank()) {
      FormError why = words.at("amendment-reason", "correct.reason-needed", locale);
      return page(launch, sheet, draft, List.of(why), List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Saving.Result result = saving.save(launch, draft, correcting, incompleteToo, locale);
    if (correcting != null && result.status() == HttpStatus.PRECONDITION_FAILED) {
      return correctedMeanwhile(launch, sheet, draft, correcting, result, locale);
    }
    return result.recorded() != null
        ? Goto.page("/app/kindcheck/done/" + result.recorded().response().id())
        : page(launch, sheet, draft, result.errors(), List.of(), result.status());
  }

  /** Shows both corrections, unless both say the same: then the form was only sent twice. */
  private ModelAndView correctedMeanwhile(
      LaunchContext launch,
      Sheet sheet,
      Draft draft,
      Saving.Correcting correcting,
      Saving.Result result,
      Locale locale) {
    RecordedResponse latest = known.recorded(launch, correcting.response());
    Typed theirs = TypedFrom.response(known.body(latest));
    Typed mine = draft.typed().with(READ_VERSION, Integer.toString(latest.version()));
    Draft again = with(draft, mine, draft.version());
    List<Answered> differences = fields.otherwise(mine, theirs, locale);
    if (differences.isEmpty()) {
      drafts.remove(launch, draft.form());
      return Goto.page("/app/kindcheck/done/" + latest.id());
    }
    return page(launch, sheet, again, result.errors(), differences, result.status());
  }

  private static Draft with(Draft draft, Typed typed, int version) {
    return new Draft(draft.form(), draft.key(), version, typed, draft.savedAt());
  }

  /** Adding and removing works without a script: the button sends the form. */
  private static Typed changed(Typed typed, String action) {
    Matcher add = ADD.matcher(action);
    if (add.matches()) {
      return typed.withGroup(add.group(1));
    }
    Matcher show = SHOW.matcher(action);
    if (show.matches()) {
      return typed.with("children." + show.group(1) + Typed.SHOWN, "1");
    }
    Matcher remove = REMOVE.matcher(action);
    return remove.matches()
        ? typed.withoutGroup(remove.group(1), Integer.parseInt(remove.group(2)))
        : typed;
  }

  private static String place(String action, Typed typed) {
    Matcher add = ADD.matcher(action);
    if (add.matches()) {
      List<Integer> groups = typed.groups(add.group(1));
      return "#" + add.group(1) + "-" + groups.get(groups.size() - 1);
    }
    if (action.startsWith(Suggestions.TAKE)) {
      return "#follow-up";
    }
    Matcher show = SHOW.matcher(action);
    if (show.matches()) {
      return "#domains-" + show.group(1);
    }
    Matcher remove = REMOVE.matcher(action);
    return remove.matches() ? "#" + remove.group(1) : "";
  }

  private ModelAndView page(
      LaunchContext launch,
      Sheet sheet,
      Draft draft,
      List<FormError> errors,
      List<Answered> differences,
      HttpStatus status) {
    OneTrip trip = new OneTrip();
    OneTrip.Part<Drafts.Found> found = Drafts.all(trip, launch, draft.form());
    WholeFamily stored = known.stored(trip, launch);
    known.run(trip, launch);
    Map<String, Object> model = model(launch, sheet, draft, errors, differences, stored);
    model.put("others", found.result().others());
    return new ModelAndView("conversation/start", model, status);
  }

  private Map<String, Object> model(
      LaunchContext launch,
      Sheet sheet,
      Draft draft,
      List<FormError> errors,
      List<Answered> differences,
      WholeFamily stored) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", new FormView(draft, errors, known.today()));
    model.put("differences", differences);
    model.put("moment", Known.moment(stored.seen()));
    model.put("state", leftOut.state(draft.typed(), LocaleContextHolder.getLocale()));
    model.put("path", sheet.path());
    model.put("correcting", sheet.correcting() != null);
    model.put(
        "whereFirst", sheet.correcting() == null && known.asksWhereFirst(launch, stored.head()));
    model.put("epd", sheet.correcting() == null && epd.canBeRead());
    model.put("suggestions", suggestions.of(launch, draft));
    return model;
  }
}
