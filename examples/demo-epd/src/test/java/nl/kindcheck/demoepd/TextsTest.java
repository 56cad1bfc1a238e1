package nl.kindcheck.demoepd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text stands in both languages, and none in a template. */
class TextsTest {

  private static final Pattern PLAIN_ATTRIBUTE =
      Pattern.compile("\\s(?:title|placeholder|aria-label|alt|value)=\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[}(]");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(texts("messages_en.properties").keySet())
        .isEqualTo(texts("messages.properties").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_en.properties"})
  void everyTextSaysSomethingAndTakesTheSameParts(String file) throws IOException {
    Map<String, String> other = texts("messages.properties");
    texts(file)
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank();
              assertThat(text.contains("{0}")).as(key).isEqualTo(part(other, key, "{0}"));
              assertThat(text.contains("{1}")).as(key).isEqualTo(part(other, key, "{1}"));
              assertThat(text).as(key + ": an apostrophe vanishes").doesNotContain("'");
            });
  }

  @Test
  void noTextStandsInATemplate() throws IOException {
    Map<String, String> templates = templates();
    assertThat(templates).hasSizeGreaterThan(5);
    templates.forEach(
        (name, html) -> {
          assertThat(html.replaceAll("(?s)<!--.*?-->|<[^>]*>", "")).as(name).isBlank();
          Matcher plain = PLAIN_ATTRIBUTE.matcher(html);
          while (plain.find()) {
            assertThat(plain.group(1)).as(name).matches("true|P[16]M");
          }
        });
  }

  @Test
  void everyKeyOfATemplateHasATextAndNoScriptOrOtherHostIsThere() throws IOException {
    Map<String, String> texts = texts("messages.properties");
    TreeSet<String> used = new TreeSet<>();
    for (String html : templates().values()) {
      Matcher key = KEY.matcher(html);
      while (key.find()) {
        used.add(key.group(1));
      }
      assertThat(html)
          .doesNotContain("<script", " style=", "onclick")
          .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
    }
    assertThat(used).hasSizeGreaterThan(50).isSubsetOf(texts.keySet());
  }

  private static boolean part(Map<String, String> texts, String key, String part) {
    return Objects.requireNonNull(texts.get(key), key).contains(part);
  }

  private static Map<String, String> texts(String file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(TextsTest.class.getResourceAsStream("/" + file), file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static Map<String, String> templates() throws IOException {
    Map<String, String> templates = new TreeMap<>();
    for (Resource template :
        new PathMatchingResourcePatternResolver().getResources("classpath:templates/*.html")) {
      templates.put(
          String.valueOf(template.getFilename()),
          template.getContentAsString(StandardCharsets.UTF_8));
    }
    return templates;
  }
}
