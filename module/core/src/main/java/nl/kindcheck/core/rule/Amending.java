package nl.kindcheck.core.rule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Statement.Correction;
import nl.kindcheck.core.family.Statement.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Turns an amended conversation into the statements that correct the earlier version (F19): what
 * stayed the same is not said again, what changed corrects the old statement, what is gone is
 * retracted. Afterwards the family reads as if only the amended conversation had been recorded.
 *
 * <p>What stayed the same keeps the day on which it was observed, also where the amended response
 * carries a later day: it was seen then, and not again now.
 */
public final class Amending {

  /** What an answer is about and which question it answers: the place where a value can change. */
  private record Place(@Nullable ChildId child, String linkId) {}

  private final Conversation amended;
  private final ResponseId id;
  private final int version;
  private final Instant recordedAt;
  private final String reason;
  private final List<Statement> result = new ArrayList<>();

  private Amending(
      Conversation amended, ResponseId id, int version, Instant recordedAt, String reason) {
    this.amended = amended;
    this.id = id;
    this.version = version;
    this.recordedAt = recordedAt;
    this.reason = reason;
  }

  /**
   * The statements that an amendment adds.
   *
   * @param version of the amended response, 2 or more
   * @param inForceOfThisResponse the statements of the earlier versions of this response that are
   *     in force, in the order in which they were recorded
   * @param reason why it was amended; never blank
   * @return the new statements; empty where nothing changed
   * @throws IllegalArgumentException where the version is below 2 or the reason blank
   */
  public static List<Statement> statements(
      Conversation amended,
      ResponseId id,
      int version,
      Instant recordedAt,
      List<Statement> inForceOfThisResponse,
      String reason) {
    if (version < 2) {
      throw new IllegalArgumentException("An amendment has version 2 or more.");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("An amendment needs a reason.");
    }
    Amending amending = new Amending(amended, id, version, recordedAt, reason);
    amending.compareWith(inForceOfThisResponse);
    return List.copyOf(amending.result);
  }

  private void compareWith(List<Statement> inForce) {
    Map<Place, Deque<Statement>> before = new LinkedHashMap<>();
    for (Statement s : inForce) {
      if (!(s.claim() instanceof Claim.Retracted)) {
        before
            .computeIfAbsent(place(s.claim(), s.origin().linkId()), p -> new ArrayDeque<>())
            .add(s);
      }
    }
    List<Conversation.Said> changed = new ArrayList<>();
    for (Conversation.Said said : amended.said()) {
      Deque<Statement> there = before.get(place(said.claim(), said.linkId()));
      if (there == null || !removeSame(there, said)) {
        changed.add(said);
      }
    }
    for (Conversation.Said said : changed) {
      Deque<Statement> there = before.get(place(said.claim(), said.linkId()));
      Statement old = there == null ? null : there.poll();
      add(said, old == null ? null : new Correction(old.id(), reason));
    }
    before.values().forEach(gone -> gone.forEach(this::retract));
  }

  private static Place place(Claim claim, String linkId) {
    return new Place(claim instanceof Claim.AboutChild about ? about.child() : null, linkId);
  }

  private static boolean removeSame(Deque<Statement> there, Conversation.Said said) {
    for (Iterator<Statement> i = there.iterator(); i.hasNext(); ) {
      Statement old = i.next();
      if (old.claim().equals(said.claim())
          && old.perspective() == said.perspective()
          && old.nature() == said.nature()) {
        i.remove();
        return true;
      }
    }
    return false;
  }

  private void add(Conversation.Said said, @Nullable Correction corrects) {
    result.add(
        Recording.statement(
            said,
            amended.author(),
            new Origin(id, version, said.linkId()),
            result.size(),
            recordedAt,
            corrects));
  }

  private void retract(Statement old) {
    add(
        new Conversation.Said(
            new Claim.Retracted(old.claim().topic()),
            old.perspective(),
            old.nature(),
            PartialDate.of(amended.on()),
            old.origin().linkId(),
            ""),
        new Correction(old.id(), reason));
  }
}
