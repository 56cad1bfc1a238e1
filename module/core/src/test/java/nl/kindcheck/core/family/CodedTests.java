package nl.kindcheck.core.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodedTests {

  @Test
  void aCodeIsTheNameInLowerCaseWithHyphens() {
    assertThat(Residence.PARTLY_WITH_PATIENT.code()).isEqualTo("partly-with-patient");
  }

  @Test
  void everyCodeIsFoundAgain() {
    for (Topic topic : Topic.values()) {
      assertThat(Coded.find(Topic.class, topic.code())).contains(topic);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PARTLY_WITH_PATIENT", "Elsewhere", "elsewhere ", "unheard-of"})
  void whatIsNoCodeIsNotFound(String text) {
    assertThat(Coded.find(Residence.class, text)).isEmpty();
  }
}
