package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTests {

  private static final Reason WHY =
      new Reason("rule", Map.of("on", "2026-01-12", "last", "2025-07-12"), "F13", "standard-1");

  @Test
  void carriesItsReasons() {
    assertThat(Decision.of("open", WHY).reasons()).containsExactly(WHY);
  }

  @Test
  void isNotMadeWithoutAReason() {
    assertThatThrownBy(() -> Decision.of("open")).hasMessageContaining("reasons");
    assertThatThrownBy(() -> new Decision<>("open", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsTheSameEveryTime() {
    assertThat(WHY.facts().keySet()).containsExactly("last", "on");
  }

  @Test
  void keepsItsFacts() {
    Map<String, String> facts = new HashMap<>(Map.of("on", "2026-01-12"));
    Reason why = new Reason("rule", facts, "F13", "standard-1");
    facts.clear();

    assertThat(why.facts()).containsEntry("on", "2026-01-12");
    assertThatThrownBy(() -> why.facts().clear()).isInstanceOf(UnsupportedOperationException.class);
  }
}
