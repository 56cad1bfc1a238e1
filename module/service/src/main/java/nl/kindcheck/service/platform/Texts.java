package nl.kindcheck.service.platform;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Every text shown to a person, in Dutch and English. Texts name their facts, as in <code>{due}
 * </code>, so that a translator sees what comes there.
 */
@Component
public class Texts {

  public static final Locale DUTCH = Locale.forLanguageTag("nl");

  /** The languages in which every text is there. */
  public static final List<Locale> LANGUAGES = List.of(DUTCH, Locale.ENGLISH);

  /** One for each capability, so that its texts are found beside each other. */
  public static final List<String> BUNDLES =
      List.of(
          "messages",
          "launch",
          "pages",
          "overview",
          "conversation",
          "meldcode",
          "guide",
          "careplan",
          "office",
          "audit",
          "policy",
          "units",
          "disclosure",
          "access");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Made once: a formatter costs more to make than all else about a card. */
  private static final DateTimeFormatter DUTCH_DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);

  private static final DateTimeFormatter ENGLISH_DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final MessageSource bundles;
  private final MessageSource messages = new Cached();
  private final Map<String, String> dutch = new ConcurrentHashMap<>();
  private final Map<String, String> english = new ConcurrentHashMap<>();

  public Texts() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames(BUNDLES.stream().map(name -> "texts/" + name).toArray(String[]::new));
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(DUTCH);
    this.bundles = source;
  }

  /** The same texts for whoever reads them through Spring, such as a template. */
  public MessageSource messages() {
    return messages;
  }

  /** Whether we speak it. */
  public static boolean isOurs(Locale language) {
    return choose(language).getLanguage().equals(language.getLanguage());
  }

  /** Dutch, unless English is what the caller prefers. */
  public static Locale choose(Locale wanted) {
    return wanted.getLanguage().equals("en") ? Locale.ENGLISH : DUTCH;
  }

  /**
   * The text for a key.
   *
   * @throws NoSuchMessageException where there is none: a missing text is a fault of ours
   */
  public String of(String key, Map<String, String> facts, Locale locale) {
    String text = text(key, choose(locale));
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", worded(fact.getValue(), choose(locale)));
    }
    return text;
  }

  private String text(String key, Locale locale) {
    String text = find(key, locale);
    if (text == null) {
      throw new NoSuchMessageException(key, locale);
    }
    return text;
  }

  private @Nullable String find(String key, Locale locale) {
    return (locale.equals(DUTCH) ? dutch : english)
        .computeIfAbsent(key, k -> bundles.getMessage(k, null, null, locale));
  }

  /** Dates are written as people write them. */
  private static String worded(String fact, Locale locale) {
    return DAY.matcher(fact).matches()
        ? LocalDate.parse(fact).format(locale.equals(Locale.ENGLISH) ? ENGLISH_DATE : DUTCH_DATE)
        : fact;
  }

  public String of(String key, Locale locale) {
    return of(key, Map.of(), locale);
  }

  /** Texts are looked up in all bundles once, and not for every page again. */
  private final class Cached extends AbstractMessageSource {

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
      return find(code, choose(locale));
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
      String text = find(code, choose(locale));
      return text == null ? null : new MessageFormat(text, choose(locale));
    }
  }
}
