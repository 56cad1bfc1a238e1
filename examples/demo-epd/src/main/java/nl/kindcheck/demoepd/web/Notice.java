package nl.kindcheck.demoepd.web;

import org.jspecify.annotations.Nullable;

/**
 * What a page says about the action that led to it.
 *
 * @param tone how it looks
 * @param key the key of its text
 * @param said words of the service, shown as they came; null where there are none
 */
public record Notice(Tone tone, String key, @Nullable String said) {

  /** Its name in the model. */
  public static final String NAME = "notice";

  /** How a notice looks; the text never relies on it. */
  public enum Tone {
    SUCCESS,
    WARNING
  }

  public static Notice success(String key) {
    return new Notice(Tone.SUCCESS, key, null);
  }

  public static Notice warning(String key) {
    return new Notice(Tone.WARNING, key, null);
  }

  /** The same notice with words of the service. */
  public Notice saying(String words) {
    return new Notice(tone, key, words);
  }
}
