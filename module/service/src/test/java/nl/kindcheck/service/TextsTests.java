package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kindcheck.core.action.ActionCode;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.PolicyValidation;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Missing;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.fhir.FaultCodes;
import nl.kindcheck.fhir.MissingItems;
import nl.kindcheck.service.platform.Texts;
import org.junit.jupiter.api.Test;

/** Every text that can be needed is there, in both languages, and no text is there for nothing. */
class TextsTests {

  private static final Pattern FACT = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)*)\"");

  /** A key made of a part that is written out, with a dot at its end, and a code. */
  private static final Pattern PREFIX =
      Pattern.compile("[\"']([a-z]+(?:-[a-z]+)*\\.(?:[a-z]+(?:-[a-z]+)*\\.)+)[\"']");

  /** The beginning of a key to which a template adds a code. */
  private static final Pattern PREFIX_IN_TEMPLATE =
      Pattern.compile("'([a-z]+(?:-[a-z]+)*\\.)' \\+");

  /** A key in a template: of a text, or among the words of an expression. */
  private static final Pattern IN_TEMPLATE =
      Pattern.compile("(?:#\\{\\s*|')([a-z]+(?:[.-][a-z]+)*)(?:\\s*[}(]|')");

  private static final List<String> ROOMS = List.of("core", "fhir", "service");

  private final Properties dutch = read("nl");
  private final Properties english = read("en");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(dutch.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
  }

  @Test
  void bothLanguagesNameTheSameFacts() {
    for (String key : dutch.stringPropertyNames()) {
      assertThat(facts(dutch.getProperty(key))).as(key).isEqualTo(facts(english.getProperty(key)));
    }
  }

  @Test
  void noTextIsEmptyOrTheSameInBothLanguagesByMistake() {
    for (String key : dutch.stringPropertyNames()) {
      assertThat(dutch.getProperty(key)).as(key).isNotBlank();
      assertThat(english.getProperty(key)).as(key).isNotBlank();
      String words = FACT.matcher(dutch.getProperty(key)).replaceAll("");
      if (words.strip().contains(" ") && words.chars().anyMatch(Character::isLetter)) {
        assertThat(english.getProperty(key)).as(key).isNotEqualTo(dutch.getProperty(key));
      }
    }
  }

  @Test
  void everyReasonThatARuleCanGiveHasItsText() {
    assertThat(english.stringPropertyNames()).containsAll(prefixed("reason.", rules()));
  }

  @Test
  void everyReasonOnACardHasItsText() {
    Set<String> onCards = new TreeSet<>();
    Matcher list =
        Pattern.compile("ON_CARD =\\s+Set.of\\(([^)]*)\\)").matcher(sourcesOf("service"));
    assertThat(list.find()).isTrue();
    Matcher each = LITERAL.matcher(list.group(1));
    while (each.find()) {
      onCards.add(each.group(1));
    }
    assertThat(onCards).hasSizeGreaterThan(5).isSubsetOf(rules());
    assertThat(withPrefix("card.reason."))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(onCards.stream(), Stream.of("from-an-earlier-conversation")).toList());
  }

  @Test
  void everyThingThatCanBeMissingHasItsText() {
    Set<String> possible = new TreeSet<>();
    ChildId child = new ChildId(new java.util.UUID(0, 1));
    for (Missing.Item item : Missing.Item.values()) {
      for (ChildId about : Arrays.asList(null, child)) {
        String path = MissingItems.expression(new Missing(item, about), anyConversation());
        int last = path.lastIndexOf("linkId='") + "linkId='".length();
        possible.add(path.substring(last, path.indexOf('\'', last)));
      }
    }
    assertThat(withPrefix("missing.")).containsAll(possible);
  }

  @Test
  void everyFaultOfAResponseHasItsText() {
    assertThat(withPrefix("error.")).containsAll(FaultCodes.all());
  }

  @Test
  void everyRefusalHasItsText() {
    Set<String> refusals = new TreeSet<>();
    Matcher each =
        Pattern.compile("Refused(?:\\.Fault)?\\(\\s*(?:HttpStatus\\.\\w+,\\s*)?\"([a-z.-]+)\"")
            .matcher(sourcesOf("service"));
    while (each.find()) {
      refusals.add(each.group(1));
    }
    assertThat(refusals).hasSizeGreaterThan(20);
    assertThat(withPrefix("error.")).containsAll(refusals);
  }

  @Test
  void everyCodeThatIsWordedHasItsText() {
    assertThat(withPrefix("question.")).isEqualTo(codes(Recurrence.FirstQuestion.values()));
    assertThat(withPrefix("level.")).isEqualTo(codes(Enforcement.values()));
    assertThat(withPrefix("error.policy.")).containsAll(codes(PolicyValidation.Advice.values()));
    assertThat(withPrefix("signalled-by.")).isEqualTo(codes(CareEvent.SignalledBy.values()));
    assertThat(withPrefix("standing."))
        .containsAll(codes(Standing.values()))
        .hasSize(Standing.values().length + 1);
  }

  @Test
  void everyActionThatCanBeSuggestedHasItsTextAndItsReason() {
    assertThat(withPrefix("action.")).isEqualTo(actions());
  }

  private static Set<String> actions() {
    Set<String> keys = codes(ActionCode.values());
    codes(ActionCode.values()).forEach(code -> keys.add(code + ".why"));
    Stream.of(ActionCode.values())
        .filter(ActionCode::withParent)
        .forEach(action -> keys.add(action.code() + ".parent"));
    return keys;
  }

  @Test
  void noTextStandsUnused() {
    Set<String> words = new LinkedHashSet<>();
    for (String room : ROOMS) {
      Matcher each = LITERAL.matcher(sourcesOf(room));
      while (each.find()) {
        words.add(each.group(1));
      }
    }
    Matcher inTemplate = IN_TEMPLATE.matcher(templates());
    while (inTemplate.find()) {
      words.add(inTemplate.group(1));
    }
    Set<String> prefixes = new TreeSet<>();
    Matcher prefix = PREFIX.matcher(sourcesOf("service") + templates());
    while (prefix.find()) {
      prefixes.add(prefix.group(1));
    }
    Matcher beginning = PREFIX_IN_TEMPLATE.matcher(templates());
    while (beginning.find()) {
      prefixes.add(beginning.group(1));
    }
    Set<String> unused = new TreeSet<>();
    Map<String, Set<String>> known =
        Map.of(
            "reason.", rules(),
            "card.reason.", rules(),
            "action.", actions(),
            "question.", codes(Recurrence.FirstQuestion.values()),
            "level.", codes(Enforcement.values()),
            "signalled-by.", codes(CareEvent.SignalledBy.values()),
            "standing.", codes(Standing.values()),
            "card.summary.", codes(Recurrence.Status.values()),
            "error.", FaultCodes.all(),
            "error.policy.", codes(PolicyValidation.Advice.values()));
    for (String key : english.stringPropertyNames()) {
      boolean computed =
          known.entrySet().stream()
              .anyMatch(
                  e ->
                      key.startsWith(e.getKey())
                          && e.getValue().contains(key.substring(e.getKey().length())));
      String[] parts = key.split("\\.", 2);
      computed |= prefixes.stream().anyMatch(key::startsWith);
      boolean page = key.startsWith("page.") && words.contains(key.split("\\.")[1]);
      if (!computed && !page && !words.contains(key) && !words.contains(parts[1])) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  private static Conversation anyConversation() {
    return new Conversation(
        java.time.LocalDate.of(2026, 6, 1),
        "Practitioner/one",
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  /** The rules as they stand in core, those made from codes written out. */
  private static Set<String> rules() {
    Set<String> rules = new TreeSet<>();
    Matcher each =
        Pattern.compile("\"((?:recurrence|gate|moment|owner)\\.[a-z]+(?:[.-][a-z]+)*)\"")
            .matcher(sourcesOf("core"));
    while (each.find()) {
      rules.add(each.group(1));
    }
    for (CareEvent.Kind kind : CareEvent.Kind.values()) {
      rules.add("recurrence.event." + kind.code());
    }
    rules.addAll(
        List.of(
            "recurrence.transition.birth",
            "recurrence.transition.school",
            "recurrence.transition.adulthood"));
    return rules;
  }

  private Set<String> withPrefix(String prefix) {
    return english.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> prefixed(String prefix, Set<String> keys) {
    return keys.stream().map(key -> prefix + key).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codes(Coded[] values) {
    return Stream.of(values).map(Coded::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> facts(String text) {
    Set<String> facts = new TreeSet<>();
    Matcher each = FACT.matcher(text);
    while (each.find()) {
      facts.add(each.group(1));
    }
    return facts;
  }

  /** All bundles together; no key stands in two of them. */
  private static Properties read(String language) {
    Properties all = new Properties();
    for (String bundle : Texts.BUNDLES) {
      Properties one = new Properties();
      String name = "/texts/" + bundle + "_" + language + ".properties";
      try (Reader reader =
          new InputStreamReader(
              Objects.requireNonNull(TextsTests.class.getResourceAsStream(name), name),
              StandardCharsets.UTF_8)) {
        one.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      one.forEach((key, text) -> assertThat(all.put(key, text)).as(key + " in " + name).isNull());
    }
    return all;
  }

  private static String sourcesOf(String room) {
    return allBelow(Path.of("..", room, "src", "main", "java"), ".java");
  }

  private static String templates() {
    return allBelow(Path.of("src", "main", "resources", "templates"), ".html");
  }

  private static String allBelow(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
