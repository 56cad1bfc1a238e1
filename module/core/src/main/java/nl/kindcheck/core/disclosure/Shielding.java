package nl.kindcheck.core.disclosure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.core.rule.Outcome;

/**
 * What a parent does not get to read: the one rule for the summary, for what leaves under a patient
 * scope and for the export for the patient (requirements F18 and 4.10; a parent's access may not
 * breach another's privacy, henw.org). Shielded are the clinician's own feeling and concerns, what
 * others than the parent said, the child's own words, which the child may have said in confidence,
 * why something was not discussed, and all about safety.
 */
public final class Shielding {

  private static final Set<Topic> FOR_NO_PARENT =
      Set.of(Topic.GUT_FEELING, Topic.OWN_WORDS, Topic.DISCUSSED, Topic.RETRACTED);

  /** What a clinician made of it, as against what a clinician wrote down. */
  private static final Set<Topic> CLINICIANS_OWN =
      Set.of(
          Topic.WELLBEING,
          Topic.OVER_ADAPTATION,
          Topic.DOMAIN_CONCERN,
          Topic.CARER_WHEN_UNABLE,
          Topic.WHERE_NOW,
          Topic.TRUSTED_ADULT);

  private Shielding() {}

  /** Whether what is said on a topic from a perspective is kept from the parent. */
  public static boolean isShielded(Topic topic, Perspective perspective) {
    if (FOR_NO_PARENT.contains(topic)) {
      return true;
    }
    return switch (perspective) {
      case PARENT -> false;
      case CLINICIAN -> CLINICIANS_OWN.contains(topic);
      case CHILD, OTHER_PARENT, THIRD_PARTY, HOME_VISIT -> true;
    };
  }

  public static boolean isShielded(Statement statement) {
    return isShielded(statement.claim().topic(), statement.perspective());
  }

  /**
   * What a parent may read of a family: the fold of what is in force and not shielded. What was
   * corrected is left out, because a correction may itself be shielded and holds nevertheless.
   */
  public static Family open(Family family) {
    Set<StatementId> corrected = new HashSet<>();
    for (Statement s : family.statements()) {
      if (s.corrects() != null) {
        corrected.add(s.corrects().statement());
      }
    }
    return Family.of(
        family.statements().stream()
            .filter(s -> !corrected.contains(s.id()) && !isShielded(s))
            .map(Shielding::byItself)
            .toList());
  }

  /** Why it corrects another one was said to somebody else. */
  private static Statement byItself(Statement s) {
    return new Statement(
        s.id(),
        s.claim(),
        s.perspective(),
        s.nature(),
        s.author(),
        s.observedAt(),
        s.recordedAt(),
        s.origin(),
        null);
  }

  /** Whether how a conversation ended is kept from the parent: where it is about safety. */
  public static boolean isShielded(Outcome outcome) {
    return outcome == Outcome.SAFETY_CONCERN;
  }

  /** A Meldcode record is shielded until somebody says, with a reason, that it is not. */
  public static boolean isShielded(MeldcodeRecord record) {
    return record.isShielded();
  }

  /** How a statement is marked; empty for what the parent said of the own family. */
  public static Set<Sensitivity> marks(Statement statement) {
    Set<Sensitivity> marks = EnumSet.noneOf(Sensitivity.class);
    if (isShielded(statement)) {
      marks.add(Sensitivity.SHIELDED);
    }
    if (statement.perspective() != Perspective.PARENT
        && statement.perspective() != Perspective.CLINICIAN) {
      marks.add(Sensitivity.FROM_ANOTHER);
    }
    if (isAboutAnotherParent(statement)) {
      marks.add(Sensitivity.ABOUT_ANOTHER_PARENT);
    }
    return Collections.unmodifiableSet(marks);
  }

  /**
   * Whether one parent says it of another one, as far as the form tells: who the other parent or
   * the partner is, that the child lives there or is in that one's custody; and all that the other
   * parent says of the patient as a parent. What a free text says of somebody, no rule can know.
   */
  public static boolean isAboutAnotherParent(Statement statement) {
    return switch (statement.perspective()) {
      case PARENT -> parentSaysOfAnother(statement.claim());
      case OTHER_PARENT -> otherParentSaysOfPatient(statement.claim()).orElse(true);
      case CHILD, THIRD_PARTY, HOME_VISIT, CLINICIAN -> false;
    };
  }

  private static boolean parentSaysOfAnother(Claim claim) {
    if (claim instanceof Claim.CarerNamed carer) {
      return carer.role() == CarerRole.OTHER_PARENT || carer.role() == CarerRole.PARTNER;
    }
    if (claim instanceof Claim.Lives lives) {
      return lives.residence() == Residence.WITH_OTHER_PARENT;
    }
    if (claim instanceof Claim.CustodyHeld held) {
      return held.custody() == Custody.OTHER;
    }
    return claim instanceof Claim.PartnerHasChildren;
  }

  /** Empty where the claim is of the family as a whole, and so of the patient as well. */
  private static Optional<Boolean> otherParentSaysOfPatient(Claim claim) {
    if (claim instanceof Claim.SeenInDomain seen) {
      return Optional.of(seen.domain() != Domain.CHILD);
    }
    return claim instanceof Claim.AboutChild ? Optional.of(false) : Optional.empty();
  }
}
