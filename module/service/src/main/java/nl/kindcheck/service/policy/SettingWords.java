package nl.kindcheck.service.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.policy.Code;
import nl.kindcheck.core.policy.MomentMapping;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/** Words the settings of a policy. */
@Component
class SettingWords {

  private final Texts texts;
  private final ReasonTexts reasons;

  SettingWords(Texts texts, ReasonTexts reasons) {
    this.texts = texts;
    this.reasons = reasons;
  }

  String name(Setting setting, Locale locale) {
    return texts.of("policy.setting." + setting.code(), locale);
  }

  /** What a policy says, a line for each thing; never empty. */
  List<String> value(Setting setting, Policy policy, Locale locale) {
    if (setting.isNumber()) {
      return List.of(
          texts.of(
              switch (setting.group()) {
                case MONTHS -> "policy.months";
                case KEEPING -> "policy.years";
                default -> "policy.days";
              },
              Map.of("number", Integer.toString(setting.number(policy))),
              locale));
    }
    return switch (setting) {
      case STARTED_ON -> List.of(start(policy, locale));
      case ENFORCEMENT -> List.of(texts.of("level." + policy.enforcement().code(), locale));
      case FALLBACK_ROLE -> List.of(reasons.role(policy.fallbackRole(), locale));
      case ESCALATION_ROLE -> List.of(reasons.role(policy.escalationRole(), locale));
      case MOMENTS -> orNone(policy.moments().stream().map(m -> line(m, locale)).toList(), locale);
      case EVALUATION_CODE_SYSTEMS -> orNone(policy.evaluationCodeSystems(), locale);
      default -> throw new IllegalStateException(setting.name());
    };
  }

  private String start(Policy policy, Locale locale) {
    return policy.startedOn() == null
        ? texts.of("policy.start.none", locale)
        : texts.of("policy.start.on", Map.of("day", policy.startedOn().toString()), locale);
  }

  private List<String> orNone(List<String> lines, Locale locale) {
    return lines.isEmpty() ? List.of(texts.of("policy.none", locale)) : lines;
  }

  private String line(MomentMapping line, Locale locale) {
    String element = texts.of("policy.element." + line.element().code(), locale);
    String moment = texts.of("policy.moment." + line.moment().code(), locale);
    Code code = line.code();
    if (code == null) {
      return texts.of("policy.line.place", Map.of("element", element, "moment", moment), locale);
    }
    String system = code.system();
    Map<String, String> facts =
        Map.of(
            "element",
            element,
            "code",
            code.code(),
            "system",
            system == null ? texts.of("policy.any-system", locale) : system,
            "moment",
            moment);
    return texts.of("policy.line.code", facts, locale);
  }
}
