package nl.kindcheck.core.disclosure;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A request for destruction: who asked for what and when, how another's interest was weighed, and
 * what a person decided and why. A patient may ask for it (BW 7:455); it can be refused for
 * another's considerable interest, a child's among them, and a person weighs and gives the reason
 * (handelingsprotocol.nl). Nothing here decides.
 */
public final class Destruction {

  private static final String LAW = "BW 7:455; handelingsprotocol.nl";

  private final List<Entry> entries;

  /** In the order in which they were recorded. */
  public Destruction(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * One step.
   *
   * @param words why, or how it was weighed; null where there is nothing to say
   * @param told what was handed out to whom is told, where the step is {@code TOLD}; else null
   * @param by who did it, a person; for a proposal of the timer the service
   */
  public record Entry(
      DestructionStep step, @Nullable String words, @Nullable UUID told, String by, Instant at)
      implements Serializable {}

  /** Why a step cannot be taken; the codes under which its texts are found. */
  public enum Fault {
    DECIDED_BEFORE,
    NOT_WEIGHED,
    NO_WORDS,
    NOT_GRANTED
  }

  public List<Entry> entries() {
    return entries;
  }

  /** The decision; empty where nobody decided yet. */
  public Optional<Entry> decided() {
    return entries.stream()
        .filter(e -> e.step() == DestructionStep.GRANTED || e.step() == DestructionStep.REFUSED)
        .findFirst();
  }

  public boolean isGranted() {
    return decided().filter(e -> e.step() == DestructionStep.GRANTED).isPresent();
  }

  public boolean isWeighed() {
    return entries.stream().anyMatch(e -> e.step() == DestructionStep.WEIGHED);
  }

  /**
   * Whether a step can be taken now. Weighing and refusing need words; granting needs a weighing
   * before it; after the decision nothing is weighed or decided again, and who is told is told
   * because it was granted.
   */
  public List<Fault> faults(DestructionStep step, String words) {
    List<Fault> faults = new ArrayList<>();
    boolean decided = decided().isPresent();
    if (step == DestructionStep.TOLD) {
      if (!isGranted()) {
        faults.add(Fault.NOT_GRANTED);
      }
      return faults;
    }
    if (decided) {
      faults.add(Fault.DECIDED_BEFORE);
    }
    boolean needsWords = step == DestructionStep.WEIGHED || step == DestructionStep.REFUSED;
    if (needsWords && words.isBlank()) {
      faults.add(Fault.NO_WORDS);
    }
    if (step == DestructionStep.GRANTED && !isWeighed()) {
      faults.add(Fault.NOT_WEIGHED);
    }
    return faults;
  }

  /**
   * What is still to be done before it is carried out: everybody to whom something was handed out
   * is told first, because afterwards nobody knows any more whom it was about.
   *
   * @param handedOut the ids of what was handed out
   * @return those that nobody was told about; empty where it can be carried out
   */
  public Decision<Set<UUID>> untold(Collection<UUID> handedOut, String policyVersion) {
    Set<UUID> untold = new HashSet<>(handedOut);
    entries.stream()
        .filter(e -> e.step() == DestructionStep.TOLD)
        .forEach(e -> untold.remove(e.told()));
    return Decision.of(
        Set.copyOf(untold),
        new Reason(
            "destruction.tell",
            Map.of("handed-out", Integer.toString(handedOut.size())),
            LAW,
            policyVersion));
  }
}
