package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 123456782 is the number that everybody uses as an example: nobody has it. */
class BsnTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456782",
        "BSN123456782.",
        "Sam (123456782) woont bij oma",
        "123 456 782",
        "1234.56.782",
        "123-456-782",
        "123 - 456 - 782",
        "1234 56.78-2",
        "123\u00a0456\u00a0782",
        "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662",
        "geboren 2015 123456782",
        "123,456,782",
        "123 456/782",
        "123\n456\n782",
        "123\t456_782",
        "123\u200b456\u200b782",
        "12\u00ad34567\u206082",
        "123(456)782",
        "123&nbsp;456&nbsp;782",
        "123\u3000456\u00b7782",
        "\ud835\udfcf\ud835\udfd0\ud835\udfd1456782",
        "10-3-2026 123456782",
        "op 10-3-2026 14.00: 123456782",
        "06 123456782",
        "000000012"
      })
  void isFoundHoweverItIsWritten(String text) {
    assertThat(Bsn.hiddenIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sam",
        "123456789",
        "000000000",
        "12345678",
        "1123456782",
        "1234567820",
        "06 12345678",
        "0612345678",
        "020-1234567",
        "0800-2000",
        "12-03-2015",
        "2015-03-12 om 14.30",
        "12345a6782",
        "123     456782",
        "Gesprek op 10-3-2026 14.00 met vader",
        "14.00, 10-3-2026",
        "2026-03-10T14:00",
        "kinderen van 12, 34, 56 en 782",
        "12, 34, 56, 782"
      })
  void isNotSeenInWhatIsNone(String text) {
    assertThat(Bsn.hiddenIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void isNotSeenOnceAnyDigitDiffers(int place) {
    char[] digits = "123456782".toCharArray();
    digits[place] = digits[place] == '9' ? '0' : (char) (digits[place] + 1);
    assertThat(Bsn.hiddenIn(new String(digits))).isFalse();
  }
}
