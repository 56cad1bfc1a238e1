package nl.kindcheck.service.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.family.Topic;
import org.jspecify.annotations.Nullable;

/** Reads from a family's statements who was heard, about what, and what was corrected later. */
final class Told {

  private Told() {}

  /**
   * Nobody but the parent spoke about the child; what the clinician thinks changes nothing (F11).
   */
  static boolean onlyByParent(Child child) {
    Set<Perspective> heard = EnumSet.copyOf(child.perspectives());
    heard.remove(Perspective.CLINICIAN);
    return heard.equals(EnumSet.of(Perspective.PARENT));
  }

  /** Everything known of the child was handed over by others, the EPD for instance. */
  static boolean onlyByThirdParty(Child child) {
    return child.perspectives().equals(EnumSet.of(Perspective.THIRD_PARTY));
  }

  /** What each perspective last said of a child on a topic, the latest first. */
  static List<Statement> lastOfEach(Child child, Topic topic) {
    List<Statement> found = new ArrayList<>();
    for (Perspective perspective : Perspective.values()) {
      child.seenBy(perspective, topic).ifPresent(found::add);
    }
    found.sort(Comparator.comparing(Statement::observedAt).reversed());
    return found;
  }

  /** The latest statement in force of a kind about the family as a whole. */
  static <C extends Claim> Optional<C> lastOfFamily(Family family, Class<C> kind) {
    Set<StatementId> corrected = corrections(family).keySet();
    return family.statements().stream()
        .filter(s -> kind.isInstance(s.claim()) && !corrected.contains(s.id()))
        .reduce((earlier, later) -> later)
        .map(s -> kind.cast(s.claim()));
  }

  /** The last claim of a kind that is in force about a child. */
  static <C extends Claim> @Nullable C last(Child child, Class<C> kind) {
    C found = null;
    for (Statement s : child.statements()) {
      found = kind.isInstance(s.claim()) ? kind.cast(s.claim()) : found;
    }
    return found;
  }

  /** What corrects what: the corrected statement's id, and the statement that corrects it. */
  static Map<StatementId, Statement> corrections(Family family) {
    Map<StatementId, Statement> found = new HashMap<>();
    for (Statement s : family.statements()) {
      if (s.corrects() != null) {
        found.put(s.corrects().statement(), s);
      }
    }
    return found;
  }
}
