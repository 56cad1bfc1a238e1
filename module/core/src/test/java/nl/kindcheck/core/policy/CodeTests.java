package nl.kindcheck.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTests {

  private static final Code EMER = new Code("urn:act", "EMER");

  @Test
  void aCodeCoversItself() {
    assertThat(EMER.covers(new Code("urn:act", "EMER"))).isTrue();
  }

  @Test
  void aCodeWithoutASystemCoversTheCodeOfAnySystem() {
    assertThat(new Code(null, "EMER").covers(EMER)).isTrue();
    assertThat(new Code(null, "EMER").covers(new Code(null, "EMER"))).isTrue();
  }

  @Test
  void aCodeDoesNotCoverAnotherCodeSystemOrCase() {
    assertThat(EMER.covers(new Code("urn:act", "IMP"))).isFalse();
    assertThat(EMER.covers(new Code("urn:other", "EMER"))).isFalse();
    assertThat(EMER.covers(new Code(null, "EMER"))).isFalse();
    assertThat(EMER.covers(new Code("urn:act", "emer"))).isFalse();
  }
}
