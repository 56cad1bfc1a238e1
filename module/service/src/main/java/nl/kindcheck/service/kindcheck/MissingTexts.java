package nl.kindcheck.service.kindcheck;

import java.util.Locale;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/** Words what a Kindcheck still lacks. */
@Component
public class MissingTexts {

  private static final String NAMED = "linkId='";

  private final Texts texts;

  MissingTexts(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param path the FHIRPath expression of the thing; the last question it names is the one that is
   *     missing
   */
  public String of(String path, Locale locale) {
    int last = path.lastIndexOf(NAMED) + NAMED.length();
    return texts.of("missing." + path.substring(last, path.indexOf('\'', last)), locale);
  }
}
