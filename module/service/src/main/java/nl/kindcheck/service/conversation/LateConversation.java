package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.launch.LateForm;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/** Keeps a conversation that was sent too late as a draft; shows back what else was typed. */
@Component
class LateConversation implements LateForm {

  private static final String PAGES = "/app/kindcheck/";
  private static final Pattern CORRECTION = Pattern.compile(PAGES + "correct/([0-9a-f-]{36})");

  /** What a page keeps for itself. */
  private static final Set<String> NOBODYS = Set.of("key", "version", "kindcheck");

  /**
   * A part of a date, a code of two words, an id, or a reference: nobody writes those in a text.
   */
  private static final Pattern CHOSEN =
      Pattern.compile("\\d{1,4}|[a-z]+(?:-[a-z]+)+|[0-9a-f-]{36}|[A-Z][A-Za-z]+/[A-Za-z0-9.-]+");

  private final Drafts drafts;
  private final FieldWords words;
  private final Texts texts;

  LateConversation(Drafts drafts, FieldWords words, Texts texts) {
    this.drafts = drafts;
    this.words = words;
    this.texts = texts;
  }

  @Override
  public boolean keep(LaunchContext ended, HttpServletRequest request) {
    return sent(request).map(draft -> keep(ended, draft)).orElse(false);
  }

  @Override
  public boolean keepAgain(LaunchContext present, HttpServletRequest request) {
    Draft draft = sent(request).orElse(null);
    return draft != null
        && drafts.find(present, draft.form()).filter(d -> d.key().equals(draft.key())).isPresent()
        && keep(present, draft);
  }

  /** Not where something was left out of it, or another window kept something else: all or back. */
  private boolean keep(LaunchContext launch, Draft draft) {
    Drafts.Kept kept = drafts.keep(launch, draft);
    return !kept.conflict() && kept.kept().typed().equals(draft.typed());
  }

  private static Optional<Draft> sent(HttpServletRequest request) {
    String path = request.getRequestURI();
    Matcher correction = CORRECTION.matcher(path);
    String form =
        path.equals(PAGES + FormPages.START)
            ? FormPages.START
            : correction.matches() ? "correct-" + correction.group(1) : null;
    if (form == null && path.equals(PAGES + "draft")) {
      form = request.getParameter("_form");
    }
    if (form == null || !DraftController.isOurs(form)) {
      return Optional.empty();
    }
    try {
      return Optional.of(FormPages.Sent.of(form, request).draft());
    } catch (Refused notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public List<Line> typed(HttpServletRequest request, Locale locale) {
    List<Line> lines = new ArrayList<>();
    if (sent(request).isPresent()) {
      Typed typed = Typed.of(request.getParameterMap());
      words.all(typed, locale).forEach(a -> lines.add(new Line(a.question(), a.words())));
      return lines;
    }
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                if (isWritten(name, value)) {
                  lines.add(new Line(texts.of("late.text", locale), value));
                }
              }
            });
    return lines;
  }

  /** Of another page only what was written is worth copying, not what was chosen. */
  private static boolean isWritten(String name, String value) {
    return !value.isBlank()
        && !name.startsWith("_")
        && !NOBODYS.contains(name)
        && !CHOSEN.matcher(value).matches()
        && !Choices.isAny(value);
  }
}
