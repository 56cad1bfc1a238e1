package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.kindcheck.service.platform.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/**
 * What a template may not hold: a text, which belongs in the bundles; a script, a style or a
 * handler, which the policy of our pages forbids; an address of somebody else.
 */
class TemplatesTests {

  private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
  private static final Path FILES = Path.of("src", "main", "resources", "app", "static");

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][\\w:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w:.@-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern KEY = Pattern.compile("#\\{\\s*([a-z]+(?:[.-][a-z]+)*)\\s*[}(]");
  private static final Pattern INLINED =
      Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]", Pattern.DOTALL);

  /** Attributes that somebody reads or hears. */
  private static final Set<String> READ =
      Set.of(
          "alt",
          "title",
          "aria-label",
          "aria-description",
          "placeholder",
          "label",
          "content",
          "value");

  /** Values of {@code content} and {@code value} that are for machines. */
  private static final Set<String> FOR_MACHINES = Set.of("meta", "input", "button", "option");

  @Test
  void thereAreTemplatesToLookAt() {
    assertThat(templates()).hasSizeGreaterThan(1);
  }

  @Test
  void noTemplateHoldsAText() {
    List<String> found = new ArrayList<>();
    for (Path template : templates()) {
      found.addAll(texts(template));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aTextInATemplateWouldBeFound() {
    assertThat(textsIn("<main><p>Hello</p></main>")).isNotEmpty();
    assertThat(textsIn("<p th:text=\"#{a.b}\">Hello</p>")).isNotEmpty();
    assertThat(textsIn("<p>[[#{a.b}]] and</p>")).isNotEmpty();
    assertThat(textsIn("<img alt=\"A house\">")).isNotEmpty();
    assertThat(textsIn("<a aria-label='More'></a>")).isNotEmpty();
    assertThat(textsIn("<button value=\"yes\" th:text=\"#{a.b}\"></button><p>[[#{a.b}]]</p>"))
        .isEmpty();
  }

  @Test
  void noTemplateHoldsAScriptAStyleOrAHandler() {
    for (Path template : templates()) {
      Set<String> found = unsafe(read(template));
      // A text of the guide is rendered by us from its file, from a few known elements.
      if (template.endsWith(Path.of("guide", "text.html"))) {
        found.remove("utext");
      }
      // What becomes a PDF is never sent to a browser; it brings its own style.
      if (template.toString().endsWith("-pdf.html")) {
        found.remove("style");
      }
      assertThat(found).as(template.toString()).isEmpty();
    }
  }

  @Test
  void aScriptInATemplateWouldBeFound() {
    assertThat(unsafe("<script>x()</script>")).isNotEmpty();
    assertThat(unsafe("<script src=\"/app/static/x.js\"></script>")).isEmpty();
    assertThat(unsafe("<style>p{}</style>")).isNotEmpty();
    assertThat(unsafe("<p style=\"x\">")).isNotEmpty();
    assertThat(unsafe("<p th:style=\"x\">")).isNotEmpty();
    assertThat(unsafe("<p onclick=\"x\">")).isNotEmpty();
    assertThat(unsafe("<p th:onclick=\"x\">")).isNotEmpty();
    assertThat(unsafe("<p hx-on:click=\"x\">")).isNotEmpty();
    assertThat(unsafe("<p th:utext=\"${x}\">")).isNotEmpty();
    assertThat(unsafe("<a href=\"javascript:x\">")).isNotEmpty();
  }

  @Test
  void nothingComesFromAnotherHost() {
    Pattern elsewhere =
        Pattern.compile(
            "(?:https?:)?//(?!www\\.thymeleaf\\.org|www\\.w3\\.org)[a-z0-9]",
            Pattern.CASE_INSENSITIVE);
    Stream.concat(templates().stream(), filesBelow(FILES, ".js", ".svg", ".css").stream())
        .forEach(
            file ->
                assertThat(elsewhere.matcher(read(file)).results().map(r -> r.group()))
                    .as(file.toString())
                    .isEmpty());
    assertThat(elsewhere.matcher("src=\"//cdn.example/x\"").find()).isTrue();
    assertThat(read(Path.of("target", "classes", "app", "static", "kindcheck.css")))
        .doesNotContain("url(", "@import", "GDS Transport");
  }

  @Test
  void everyTextThatATemplateNamesIsThere() {
    MessageSource texts = new Texts().messages();
    for (Path template : templates()) {
      Matcher keys = KEY.matcher(read(template));
      while (keys.find()) {
        for (Locale locale : List.of(Texts.DUTCH, Locale.ENGLISH)) {
          assertThat(texts.getMessage(keys.group(1), null, "", locale))
              .as(keys.group(1) + " in " + template)
              .isNotBlank();
        }
      }
    }
  }

  private static List<String> texts(Path template) {
    return textsIn(read(template)).stream()
        .map(text -> template.getFileName() + ": " + text)
        .toList();
  }

  private static List<String> textsIn(String template) {
    String html =
        template
            .replaceAll("(?s)<!--.*?-->|<style>.*?</style>", "")
            .replaceAll("(?i)<!doctype[^>]*>", "");
    List<String> found = new ArrayList<>();
    for (String between : TAG.split(html)) {
      String text = INLINED.matcher(between).replaceAll("").strip();
      if (hasLetter(text)) {
        found.add(text);
      }
    }
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      boolean machine = FOR_MACHINES.contains(tags.group(2).toLowerCase(Locale.ROOT));
      Matcher attributes = ATTRIBUTE.matcher(tags.group(3));
      while (attributes.find()) {
        String name = attributes.group(1).toLowerCase(Locale.ROOT);
        String value = attributes.group(2) == null ? attributes.group(3) : attributes.group(2);
        boolean forMachine = machine && (name.equals("content") || name.equals("value"));
        if (READ.contains(name) && !forMachine && hasLetter(value)) {
          found.add(name + "=" + value);
        }
      }
    }
    return found;
  }

  /** An arrow or a dash between two texts is no text; a letter or a digit is. */
  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static Set<String> unsafe(String template) {
    String html = template.replaceAll("(?s)<!--.*?-->", "");
    Set<String> found = new TreeSet<>();
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      String tag = tags.group(2).toLowerCase(Locale.ROOT);
      if (tag.equals("style") || tag.equals("base") || tag.equals("iframe")) {
        found.add(tag);
      }
      if (tag.equals("script")
          && tags.group(1).isEmpty()
          && (!tags.group(3).contains("src=") || !html.startsWith("</script>", tags.end()))) {
        found.add("script");
      }
      Matcher attributes = ATTRIBUTE.matcher(tags.group(3));
      while (attributes.find()) {
        String name =
            attributes.group(1).toLowerCase(Locale.ROOT).replaceFirst("^(?:data-)?th[:-]", "");
        if (name.equals("style")
            || name.equals("styleappend")
            || name.equals("utext")
            || name.startsWith("on")
            || name.startsWith("hx-on")) {
          found.add(name);
        }
        String value = attributes.group(2) == null ? attributes.group(3) : attributes.group(2);
        if (value.toLowerCase(Locale.ROOT).contains("javascript:")) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private static List<Path> templates() {
    return filesBelow(TEMPLATES, ".html", ".svg");
  }

  private static List<Path> filesBelow(Path folder, String... endings) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
