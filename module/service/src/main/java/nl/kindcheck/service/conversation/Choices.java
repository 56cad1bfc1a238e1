package nl.kindcheck.service.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Contact;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.UnclearBecause;

/** What can be chosen, by the name of its code system, in the order in which it is shown. */
final class Choices {

  private static final Map<String, Coded[]> ALL =
      Map.ofEntries(
          Map.entry("outcome", Outcome.values()),
          Map.entry("unclear", UnclearBecause.values()),
          Map.entry("perspective", Perspective.values()),
          Map.entry("nature", Nature.values()),
          Map.entry("domain", Domain.values()),
          Map.entry("wellbeing", Wellbeing.values()),
          Map.entry("over-adaptation", OverAdaptation.values()),
          Map.entry("illness-explained", IllnessExplained.values()),
          Map.entry("relation", Relation.values()),
          Map.entry("residence", Residence.values()),
          Map.entry("custody", Custody.values()),
          Map.entry("contact", Contact.values()),
          Map.entry("gut-feeling", GutFeeling.values()),
          Map.entry("answer", Answer.values()),
          Map.entry("pregnancy", PregnancyStatus.values()),
          Map.entry("carer-role", CarerRole.values()),
          Map.entry("yes-no", new Coded[] {Answer.YES, Answer.NO}));

  private Choices() {}

  /** Whether a word is one of the choices of this name. */
  static boolean has(String system, String code) {
    return ALL.containsKey(system) && of(system).contains(code);
  }

  /** Whether a word is a choice of whatever question. */
  static boolean isAny(String code) {
    return ALL.keySet().stream().anyMatch(system -> has(system, code));
  }

  static List<String> of(String system) {
    Coded[] words = ALL.get(system);
    if (words == null) {
      throw new IllegalArgumentException("No choices are called " + system + ".");
    }
    return Arrays.stream(words).map(Coded::code).toList();
  }
}
