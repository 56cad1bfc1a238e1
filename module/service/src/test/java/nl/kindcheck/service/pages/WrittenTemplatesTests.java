package nl.kindcheck.service.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import nl.kindcheck.service.platform.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.NoSuchMessageException;

/** What is the same on every page stands in its template before a page is made. */
class WrittenTemplatesTests {

  private final WrittenTemplates dutch =
      new WrittenTemplates(new Texts(), Texts.DUTCH, "", "/app/static/v1/");
  private final WrittenTemplates english =
      new WrittenTemplates(new Texts(), Locale.ENGLISH, "/kc", "/kc/app/static/v1/");

  @Test
  void aTextIsWrittenInTheLanguageOfTheTemplates() {
    String template = "<p class=\"a\" th:text=\"#{pages.nav.guide}\" id=\"b\"></p>";
    assertThat(dutch.written(template)).isEqualTo("<p class=\"a\" id=\"b\">Gespreksgids</p>");
    assertThat(english.written(template))
        .isEqualTo("<p class=\"a\" id=\"b\">Conversation guide</p>");
  }

  @Test
  void aTextOfAnAttributeIsWritten() {
    assertThat(english.written("<nav th:aria-label=\"#{pages.nav}\">"))
        .matches("<nav aria-label=\"[^#{}\"]+\">");
  }

  @Test
  void anAddressBeginsWithThePathOfTheService() {
    assertThat(english.written("<a th:href=\"@{/app/guide#why}\">"))
        .isEqualTo("<a href=\"/kc/app/guide#why\">");
    assertThat(dutch.written("<a th:href=\"@{/app}\">")).isEqualTo("<a href=\"/app\">");
  }

  @Test
  void theAddressOfAFileHoldsItsVersion() {
    assertThat(english.written("<img th:src=\"@{/app/static/a.svg}\" alt=\"\">"))
        .isEqualTo("<img src=\"/kc/app/static/v1/a.svg\" alt=\"\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p th:text=\"#{${'ask.' + ask}}\"></p>",
        "<p th:text=\"${form.value(name)}\"></p>",
        "<a th:href=\"@{/app/timeline/{id}(id=${child.id})}\">",
        "<form th:action=\"@{/app/language}\">",
        "<p th:if=\"${a > 1}\" th:text=\"#{pages.skip}\"></p>",
        "<p th:text=\"${a} ? #{pages.skip} : #{pages.nav}\"></p>"
      })
  void whatDiffersFromPageToPageIsLeft(String template) {
    assertThat(dutch.written(template)).isEqualTo(template);
  }

  @Test
  void aTextThatIsNotThereIsAFault() {
    assertThatThrownBy(() -> dutch.written("<p th:text=\"#{pages.no-such-text}\"></p>"))
        .isInstanceOf(NoSuchMessageException.class);
  }
}
