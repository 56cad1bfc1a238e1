package nl.kindcheck.core.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Topic;

/**
 * What of a record is one child's own, to be handed over to that child or to whoever acts for it:
 * what is known of the child and how it fares, in force, without the other children and without
 * what is private to a parent. A parent's illness, what a parent does or lacks, and what a parent
 * or a third person put in words of their own stay behind; of what a parent said the coded answer
 * is handed over and not the words beside it (requirements 4.10 and 4.11).
 */
public final class ChildPart {

  /** What says something of a parent, whoever said it. */
  private static final Set<Topic> A_PARENTS =
      Set.of(
          Topic.ILLNESS_EXPLAINED,
          Topic.CARER_WHEN_UNABLE,
          Topic.CUSTODY,
          Topic.RELATION,
          Topic.UNCHANGED);

  /** Who the child is, is its own whoever said it. */
  private static final Set<Topic> WHO_IT_IS = Set.of(Topic.CHILD_NAMED, Topic.BIRTH, Topic.DIED);

  private static final Set<Topic> WORDS =
      Set.of(
          Topic.WHERE_NOW,
          Topic.TRUSTED_ADULT,
          Topic.OWN_WORDS,
          Topic.DOMAIN_STRENGTH,
          Topic.DOMAIN_CONCERN);

  private ChildPart() {}

  /** In the order in which it was recorded; empty where the child is not known. */
  public static List<Statement> of(Family family, ChildId child) {
    List<Statement> part = new ArrayList<>();
    family
        .child(child)
        .map(Child::statements)
        .ifPresent(all -> all.forEach(s -> handed(s).ifPresent(part::add)));
    return List.copyOf(part);
  }

  private static Optional<Statement> handed(Statement s) {
    Topic topic = s.claim().topic();
    if (WHO_IT_IS.contains(topic)) {
      return Optional.of(s);
    }
    boolean others =
        s.perspective() == Perspective.OTHER_PARENT || s.perspective() == Perspective.THIRD_PARTY;
    if (others || A_PARENTS.contains(topic)) {
      return Optional.empty();
    }
    if (s.claim() instanceof Claim.SeenInDomain seen && seen.domain() != Domain.CHILD) {
      return Optional.empty();
    }
    if (s.perspective() != Perspective.PARENT) {
      return Optional.of(withoutHousehold(s));
    }
    return WORDS.contains(topic) ? Optional.empty() : Optional.of(codedOnly(s));
  }

  private static Statement codedOnly(Statement s) {
    return s.claim() instanceof Claim.Fares fares
        ? with(s, new Claim.Fares(fares.child(), fares.wellbeing(), null))
        : withoutHousehold(s);
  }

  /** How a household is called says who lives there. */
  private static Statement withoutHousehold(Statement s) {
    return s.claim() instanceof Claim.Lives lives
        ? with(s, new Claim.Lives(lives.child(), lives.residence(), null))
        : s;
  }

  /** Why it corrects another one was said to somebody else. */
  private static Statement with(Statement s, Claim claim) {
    return new Statement(
        s.id(),
        claim,
        s.perspective(),
        s.nature(),
        s.author(),
        s.observedAt(),
        s.recordedAt(),
        s.origin(),
        null);
  }
}
