package nl.kindcheck.service.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Topic;
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

  /**
   * One child.
   *
   * @param wellbeing a code; empty where it is left out
   */
  public record AboutChild(
      String label, String wellbeing, List<String> strengths, List<String> concerns) {

    boolean isEmpty() {
      return label.isEmpty() && wellbeing.isEmpty() && strengths.isEmpty() && concerns.isEmpty();
    }
  }

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
      AboutChild child = child(typed, "children." + number);
      if (!child.isEmpty()) {
        children.add(child);
      }
    }
    List<Agreed> agreed = new ArrayList<>();
    if (!Shielding.isShielded(outcome)) {
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

  private static final String PICTURED = Perspective.THIRD_PARTY.code();

  /** One that was left open is the parent's; one that nobody knows is nobody's to read. */
  private static boolean isOpen(Topic topic, String by) {
    return (by.isEmpty() ? Optional.of(Perspective.PARENT) : Coded.find(Perspective.class, by))
        .filter(perspective -> !Shielding.isShielded(topic, perspective))
        .isPresent();
  }

  /**
   * Empty where the parent did not name the child: who did, also where it came from the EPD and
   * nobody asked, is somebody else's to tell.
   */
  private static String name(Typed typed, String child) {
    boolean pictured = typed.has(child + FromEpd.UNVERIFIED);
    String by = typed.value(child + ".facts:by");
    return isOpen(Topic.CHILD_NAMED, by.isEmpty() && pictured ? PICTURED : by)
        ? typed.value(child + ".label")
        : "";
  }

  private static AboutChild child(Typed typed, String child) {
    List<String> strengths = new ArrayList<>();
    List<String> concerns = new ArrayList<>();
    for (String domain : Choices.of("domain")) {
      String in = child + ".domain-" + domain;
      String by = typed.value(in + ":by");
      if (isOpen(Topic.DOMAIN_STRENGTH, by)) {
        strengths.addAll(typed.values(in + ".strengths"));
      }
      if (isOpen(Topic.DOMAIN_CONCERN, by)) {
        concerns.addAll(typed.values(in + ".concerns"));
      }
    }
    boolean ofParent = isOpen(Topic.WELLBEING, typed.value(child + ".wellbeing:by"));
    return new AboutChild(
        name(typed, child), ofParent ? typed.value(child + ".wellbeing") : "", strengths, concerns);
  }
}
