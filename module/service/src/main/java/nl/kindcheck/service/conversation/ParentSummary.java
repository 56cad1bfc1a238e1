package nl.kindcheck.service.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.service.family.RecordedResponse;

/**
 * What a parent can read of a conversation (F18). Left out are: everything about safety, the
 * clinician's own feeling, what others than the parent said, and the child's own words, which the
 * child may have said in confidence.
 *
 * @param ending {@code none} or {@code declined} where there is no more to tell; empty otherwise
 */
public record ParentSummary(
    LocalDate on,
    String ending,
    List<AboutChild> children,
    List<String> words,
    List<Agreed> agreed) {

  private static final Set<String> SHARED_STRENGTHS = Set.of("", "parent", "clinician");
  private static final Set<String> PARENT = Set.of("", "parent");

  /**
   * One child.
   *
   * @param wellbeing a code; empty where it is left out
   */
  public record AboutChild(
      String label, String wellbeing, List<String> strengths, List<String> concerns) {}

  /** An agreement; owner and date may be empty, the date is in words. */
  public record Agreed(String action, String owner, String date) {}

  /**
   * @param action words an agreement for the parent; empty where it is none with the parent
   * @param day words a date that was typed
   */
  static ParentSummary of(
      RecordedResponse recorded,
      Typed typed,
      Function<String, Optional<String>> action,
      Function<String, String> day) {
    Outcome outcome = recorded.check().outcome();
    List<AboutChild> children = new ArrayList<>();
    for (int number : typed.groups("children")) {
      children.add(child(typed, "children." + number));
    }
    List<Agreed> agreed = new ArrayList<>();
    if (outcome != Outcome.SAFETY_CONCERN) {
      for (int number : typed.groups("follow-up")) {
        String row = "follow-up." + number;
        action
            .apply(typed.value(row + ".action"))
            .map(
                words ->
                    new Agreed(
                        words, typed.value(row + ".owner"), day.apply(typed.value(row + ".date"))))
            .ifPresent(agreed::add);
      }
    }
    return new ParentSummary(
        recorded.on(), ending(outcome), children, typed.values("parent-words"), agreed);
  }

  private static String ending(Outcome outcome) {
    return switch (outcome) {
      case NO_CHILDREN -> "none";
      case DECLINED -> "declined";
      default -> "";
    };
  }

  private static AboutChild child(Typed typed, String child) {
    List<String> strengths = new ArrayList<>();
    List<String> concerns = new ArrayList<>();
    for (String domain : Choices.of("domain")) {
      String in = child + ".domain-" + domain;
      String by = typed.value(in + ":by");
      if (SHARED_STRENGTHS.contains(by)) {
        strengths.addAll(typed.values(in + ".strengths"));
      }
      if (PARENT.contains(by)) {
        concerns.addAll(typed.values(in + ".concerns"));
      }
    }
    boolean ofParent = PARENT.contains(typed.value(child + ".wellbeing:by"));
    return new AboutChild(
        typed.value(child + ".label"),
        ofParent ? typed.value(child + ".wellbeing") : "",
        strengths,
        concerns);
  }
}
