package nl.kindcheck.service.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page sends, without what cannot be kept; what people write stays. */
class CleanFormsTests {

  @ParameterizedTest
  @CsvSource({
    "'a\u0000b', ab",
    "'a\u000bb', ab",
    "'a\u001bb\uffff', ab",
    "'a\r\nb\rc', 'a\nb\nc'",
    "'a\tb', 'a\tb'",
    "'\ud83d\udc68\u200d\ud83d\udc67', '\ud83d\udc68\u200d\ud83d\udc67'",
    "'\u0645\u0631\u062d\u0628\u0627', '\u0645\u0631\u062d\u0628\u0627'",
    "'a\ud800b', ab"
  })
  void keepsWhatPeopleWrite(String sent, String kept) {
    assertThat(CleanForms.clean(sent)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        " \u200b\n\u2060",
        "\ufeff",
        "\u00a0",
        "\u00ad",
        "\u200d\u200e",
        "\u3164",
        " \t"
      })
  void whatNobodyCanSeeIsNothing(String sent) {
    assertThat(CleanForms.clean(sent)).isEmpty();
  }
}
