package nl.kindcheck.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The words of Kindcheck's pages in one language, from the texts that the service itself shows. */
final class Words {

  private static final List<String> BUNDLES =
      List.of("pages", "overview", "conversation", "guide", "meldcode", "messages");

  static final Words DUTCH = new Words("nl");
  static final Words ENGLISH = new Words("en");

  private final Properties texts = new Properties();

  private Words(String language) {
    for (String bundle : BUNDLES) {
      String name = "/texts/" + bundle + "_" + language + ".properties";
      try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
        texts.load(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * What a page says.
   *
   * @param facts names and what stands there instead: {@code "step", "2"}
   */
  String of(String key, String... facts) {
    String text = Objects.requireNonNull(texts.getProperty(key), key);
    for (int at = 0; at < facts.length; at += 2) {
      text = text.replace("{" + facts[at] + "}", facts[at + 1]);
    }
    return text;
  }
}
