package nl.kindcheck.service.conversation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.rule.AgeBand;
import org.jspecify.annotations.Nullable;

/** A form as its page shows it: what was typed, what is wrong with it, and what can be chosen. */
public final class FormView {

  private final Draft draft;
  private final List<FormError> errors;
  private final LocalDate today;

  FormView(Draft draft, List<FormError> errors, LocalDate today) {
    this.draft = draft;
    this.errors = errors;
    this.today = today;
  }

  public String form() {
    return draft.form();
  }

  public String key() {
    return draft.key().toString();
  }

  public int version() {
    return draft.version();
  }

  public boolean kept() {
    return draft.version() > 0;
  }

  public List<FormError> errors() {
    return errors;
  }

  /** Whether something required is all that is wrong, so that it may be kept as incomplete. */
  public boolean onlyIncomplete() {
    return !errors.isEmpty() && errors.stream().allMatch(FormError::missing);
  }

  /** What was typed in a field; empty where nothing was. */
  public String value(String field) {
    return draft.typed().value(field);
  }

  public boolean is(String field, String value) {
    return draft.typed().values(field).contains(value);
  }

  public boolean any(String prefix) {
    return draft.typed().fields().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** Whether something was typed in fields that begin so, or is wrong with one of them. */
  public boolean filled(String prefix) {
    return any(prefix) || errors.stream().anyMatch(e -> e.field().startsWith(prefix));
  }

  /**
   * A name for a part of the form in which nothing was typed and nothing is wrong, which is then
   * the same for everybody; null where it is not.
   *
   * @param prefixes of the names of all fields in the part
   */
  public @Nullable String blank(String... prefixes) {
    for (String prefix : prefixes) {
      if (filled(prefix)) {
        return null;
      }
    }
    return String.join(" ", prefixes);
  }

  /** Whether the domains of a child are on the page: asked for, filled, or at fault. */
  public boolean domainsShown(int child) {
    String of = "children." + child;
    return is(of + Typed.SHOWN, "1") || filled(of + ".domain-");
  }

  public List<Integer> groups(String group) {
    return draft.typed().groups(group);
  }

  /** The message beside a field; null where there is none. */
  public @Nullable String error(String field) {
    return errors.stream()
        .filter(e -> e.field().equals(field))
        .map(FormError::message)
        .findFirst()
        .orElse(null);
  }

  /** The id of the element of a field. */
  public String id(String field) {
    return FormError.id(field);
  }

  /** The ids of what describes a field; null where nothing does. */
  public @Nullable String described(String field, @Nullable String hint) {
    String ids =
        (error(field) == null ? "" : id(field) + "-error ")
            + (hint == null || hint.isEmpty() ? "" : id(field) + "-hint");
    return ids.isBlank() ? null : ids.strip();
  }

  public List<String> choices(String system) {
    return Choices.of(system);
  }

  /** The age bands whose prompts fit a child: all where the birth is not known. */
  public List<String> bands(int child) {
    Set<AgeBand> bands =
        TypedDate.read(value("children." + child + ".birth"))
            .map(birth -> bands(birth))
            .orElseGet(() -> Set.of(AgeBand.values()));
    return Arrays.stream(AgeBand.values()).filter(bands::contains).map(AgeBand::code).toList();
  }

  private Set<AgeBand> bands(PartialDate birth) {
    return AgeBand.of(birth, today);
  }
}
