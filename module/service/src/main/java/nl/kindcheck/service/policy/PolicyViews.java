package nl.kindcheck.service.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.MomentMapping;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of the policy show, in words. */
@Component
class PolicyViews {

  private final Texts texts;
  private final SettingWords words;

  PolicyViews(Texts texts, SettingWords words) {
    this.texts = texts;
    this.words = words;
  }

  /** Something to choose. */
  public record Choice(String value, String label) {}

  /**
   * A setting on a page.
   *
   * @param kind number, day, text, area, choice or lines
   * @param value as it stands in the field
   * @param words as people read it; empty on a form
   */
  public record Field(
      String id,
      String kind,
      String label,
      String hint,
      String unit,
      String value,
      List<String> words,
      List<Choice> choices) {}

  /** Settings that belong together. */
  public record Group(String title, List<Field> fields) {}

  /** A version in a list. */
  public record Row(
      String name,
      LocalDate from,
      String state,
      boolean draft,
      @Nullable String note,
      @Nullable String by,
      boolean byYou,
      @Nullable LocalDate on) {}

  /** A number of families before and after, in words. */
  public record Numbers(String label, String now, @Nullable String then) {}

  /** A patient who does not exist, before and after. */
  public record Example(String patient, Side now, Side then, boolean differs) {}

  /** How an example stands. */
  public record Side(@Nullable LocalDate due, String status, List<String> reasons) {}

  private String of(String key, Locale locale) {
    return texts.of(key, locale);
  }

  /** The title of a page; the facts are name and value by turns. */
  String title(String key, Locale locale, String... facts) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      named.put(facts[i], facts[i + 1]);
    }
    return texts.of(key, named, locale);
  }

  List<Group> form(PolicyForm form, Locale locale) {
    return groups(locale, setting -> field(setting, form.value(setting), List.of(), locale));
  }

  List<Group> read(Policy policy, Locale locale) {
    return groups(locale, s -> field(s, "", words.value(s, policy, locale), locale));
  }

  private List<Group> groups(Locale locale, Function<Setting, Field> field) {
    return Stream.of(Setting.Group.values())
        .map(
            group ->
                new Group(
                    of("policy.group." + group.code(), locale),
                    group.settings().stream().map(field).toList()))
        .toList();
  }

  private Field field(Setting setting, String value, List<String> inWords, Locale locale) {
    String source = of("policy.source." + setting.source().code(), locale);
    return new Field(
        setting.path(),
        kind(setting),
        words.name(setting, locale),
        of("policy.hint." + setting.code(), locale) + " " + source,
        unit(setting, locale),
        value,
        inWords,
        setting == Setting.ENFORCEMENT
            ? choices(Enforcement.values(), "level.", locale)
            : List.of());
  }

  private static String kind(Setting setting) {
    return switch (setting) {
      case STARTED_ON -> "day";
      case ENFORCEMENT -> "choice";
      case MOMENTS -> "lines";
      case EVALUATION_CODE_SYSTEMS -> "area";
      default -> setting.isNumber() ? "number" : "text";
    };
  }

  private String unit(Setting setting, Locale locale) {
    return setting.isNumber() ? of("policy.unit." + setting.unit(), locale) : "";
  }

  private List<Choice> choices(Coded[] all, String prefix, Locale locale) {
    return Stream.of(all).map(c -> new Choice(c.name(), of(prefix + c.code(), locale))).toList();
  }

  List<Choice> elements(Locale locale) {
    return choices(MomentMapping.Element.values(), "policy.element.", locale);
  }

  List<Choice> moments(Locale locale) {
    return choices(Moment.values(), "policy.moment.", locale).stream()
        .filter(choice -> !choice.value().equals(Moment.UNMAPPED.name()))
        .toList();
  }

  Row row(PolicyBook.Entry entry, String you, Locale locale) {
    return new Row(
        entry.name(),
        entry.from(),
        of("policy.state." + entry.state().code(), locale),
        entry.state() == PolicyBook.State.DRAFT,
        entry.note() == null || entry.note().isBlank() ? null : entry.note(),
        entry.byRole() == null ? null : of("office.role." + entry.byRole(), locale),
        you.equals(entry.byUser()),
        entry.at() == null ? null : LocalDate.ofInstant(entry.at(), DomainClock.ZONE));
  }

  /** The first fault of each field, in words, in the order in which they were found. */
  Map<String, String> errors(Refused refused, Locale locale) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Refused.Fault fault : refused.faults()) {
      errors.putIfAbsent(
          PolicyForm.fieldOf(fault.field()),
          texts.of("error." + fault.code(), fault.facts(), locale));
    }
    return errors;
  }

  List<Numbers> numbers(PolicySimulation.Numbers n, Locale locale) {
    List<Numbers> all = new ArrayList<>();
    all.add(one("families", n.families(), locale));
    all.add(one("looked", n.looked(), locale));
    all.add(one("earlier", n.earlier(), locale));
    all.add(one("later", n.later(), locale));
    all.add(one("same", n.same(), locale));
    all.add(one("not-asked", n.notAsked(), locale));
    return all;
  }

  List<Numbers> changes(PolicySimulation.Numbers n, Locale locale) {
    return List.of(
        both("week", n.dueWithinAWeek(), locale),
        both("month", n.dueWithinAMonth(), locale),
        both("overdue", n.overdue(), locale));
  }

  private Numbers one(String what, Count count, Locale locale) {
    return new Numbers(of("policy.number." + what, locale), said(count, locale), null);
  }

  private Numbers both(String what, PolicySimulation.Change change, Locale locale) {
    return new Numbers(
        of("policy.number." + what, locale),
        said(change.now(), locale),
        said(change.then(), locale));
  }

  private String said(Count count, Locale locale) {
    Map<String, String> facts =
        Map.of(
            "least", Long.toString(count.least()),
            "most", Long.toString(count.most()),
            "limit", Long.toString(count.most() + 1));
    String key =
        count.exact()
            ? "policy.count.exact"
            : count.few() ? "policy.count.few" : "policy.count.between";
    return texts.of(key, facts, locale);
  }

  Example example(PolicySimulation.Example example, Locale locale) {
    return new Example(
        of("policy.example." + example.patient().code(), locale),
        side(example.now(), locale),
        side(example.then(), locale),
        example.differs());
  }

  private Side side(PolicySimulation.Stands stands, Locale locale) {
    return new Side(
        stands.due(), of("policy.status." + stands.status().code(), locale), stands.reasons());
  }
}
