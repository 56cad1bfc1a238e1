package nl.kindcheck.service.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.Texts;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Templates in one language, in which the texts and the addresses that are the same on every page
 * are written when a template is read. A page then works out only what differs, which is a small
 * part of it.
 */
final class WrittenTemplates extends AbstractConfigurableTemplateResolver {

  private static final String KEY = "#\\{([a-z][\\w.-]*)}";

  /** An element that holds nothing but one text. */
  private static final Pattern TEXT =
      Pattern.compile("<([a-z][\\w:-]*)((?:\\s[^<>]*?)?)\\sth:text=\"" + KEY + "\"([^<>]*)></\\1>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\sth:(value|lang|aria-label|data-label)=\"" + KEY + "\"");

  private static final Pattern ADDRESS =
      Pattern.compile("\\sth:(href|src)=\"@\\{(/[\\w/.-]*(?:#[\\w-]+)?)}\"");

  private final Texts texts;
  private final Locale locale;
  private final String contextPath;
  private final String files;

  /**
   * @param contextPath with which the addresses of the service begin; empty for the root
   * @param files with which the addresses of the pages' files begin
   */
  WrittenTemplates(Texts texts, Locale locale, String contextPath, String files) {
    this.texts = texts;
    this.locale = locale;
    this.contextPath = contextPath;
    this.files = files;
    setPrefix("templates/");
    setSuffix(".html");
  }

  @Override
  protected ITemplateResource computeTemplateResource(
      IEngineConfiguration configuration,
      String ownerTemplate,
      String template,
      String resourceName,
      String characterEncoding,
      Map<String, Object> templateResolutionAttributes) {
    try (InputStream in = new ClassPathResource(resourceName).getInputStream()) {
      return new StringTemplateResource(written(new String(in.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("No template " + template, e);
    }
  }

  String written(String template) {
    String texts =
        replace(TEXT, template, m -> open(m) + word(m.group(3)) + "</" + m.group(1) + ">");
    String attributes =
        replace(ATTRIBUTE, texts, m -> " " + m.group(1) + "=\"" + word(m.group(2)) + "\"");
    return replace(ADDRESS, attributes, m -> " " + m.group(1) + "=\"" + address(m.group(2)) + "\"");
  }

  private String address(String path) {
    return path.startsWith(PagesConfiguration.PLAIN)
        ? files + path.substring(PagesConfiguration.PLAIN.length())
        : contextPath + path;
  }

  private static String open(MatchResult element) {
    return "<" + element.group(1) + element.group(2) + element.group(4) + ">";
  }

  private String word(String key) {
    String text = texts.of(key, locale);
    if (text.contains("[[") || text.contains("[(")) {
      throw new IllegalStateException("A text would be read as an expression: " + key);
    }
    return HtmlUtils.htmlEscape(text, UTF_8.name());
  }

  private static String replace(Pattern what, String in, Function<MatchResult, String> by) {
    return what.matcher(in).replaceAll(m -> Matcher.quoteReplacement(by.apply(m)));
  }
}
