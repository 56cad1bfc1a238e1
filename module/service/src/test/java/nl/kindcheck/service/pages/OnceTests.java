package nl.kindcheck.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** A part of a page is made once for a name, and each time where it has none. */
class OnceTests {

  private static final String PAGE =
      "<p th:fragment=\"part(word)\" th:remove=\"${word} ? none : all\" th:text=\"${word}\"></p>"
          + "<i kc:once=\"${name}\" th:replace=\"~{:: part(${value})}\"></i>";

  private final TemplateEngine engine = engine();

  private static TemplateEngine engine() {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateEngineMessageSource(new Texts().messages());
    engine.setTemplateResolver(new StringTemplateResolver());
    engine.addDialect(new Once());
    return engine;
  }

  private String page(@Nullable String name, String value) {
    Map<String, Object> model = new HashMap<>();
    model.put("name", name);
    model.put("value", value);
    return engine.process(PAGE, new Context(Texts.DUTCH, model));
  }

  @Test
  void whatWasMadeForANameIsShownAgain() {
    assertThat(page("a", "first")).isEqualTo("<p>first</p>");
    assertThat(page("a", "second")).isEqualTo("<p>first</p>");
  }

  @Test
  void anotherNameIsAnotherPart() {
    assertThat(page("b", "first")).isEqualTo("<p>first</p>");
    assertThat(page("c", "second")).isEqualTo("<p>second</p>");
  }

  @Test
  void withoutANameItIsMadeEachTime() {
    assertThat(page(null, "first")).isEqualTo("<p>first</p>");
    assertThat(page(null, "second")).isEqualTo("<p>second</p>");
  }
}
