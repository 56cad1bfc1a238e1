package nl.kindcheck.service.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.tenancy.PolicyJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What differs between two policies, setting by setting. */
@Component
class PolicyComparison {

  private final SettingWords words;

  PolicyComparison(SettingWords words) {
    this.words = words;
  }

  /** A setting that differs. */
  record Difference(Setting setting, Policy from, Policy to) {}

  /** A difference as people read it. */
  record Worded(String setting, List<String> from, List<String> to) {}

  /** The settings that differ, in the order in which people read them; empty where none does. */
  List<Difference> of(Policy from, Policy to) {
    JsonNode one = PolicyJson.of(from);
    JsonNode other = PolicyJson.of(to);
    return Stream.of(Setting.values())
        .filter(s -> !one.at(s.pointer()).equals(other.at(s.pointer())))
        .map(s -> new Difference(s, from, to))
        .toList();
  }

  Worded worded(Difference d, Locale locale) {
    return new Worded(
        words.name(d.setting(), locale),
        words.value(d.setting(), d.from(), locale),
        words.value(d.setting(), d.to(), locale));
  }
}
