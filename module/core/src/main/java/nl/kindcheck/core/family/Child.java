package nl.kindcheck.core.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A child as folded from the statements about it. Every reading names one topic; perspectives stay
 * apart in {@link Views}.
 */
public final class Child {

  /** The age from which a child is an adult, in years. */
  public static final int ADULT = 18;

  private final ChildId id;
  private final Views views;

  Child(ChildId id, Views views) {
    this.id = id;
    this.views = views;
  }

  public ChildId id() {
    return id;
  }

  /** A first name or label, never blank; empty where nobody gave one. */
  public Optional<String> label() {
    return views
        .prevailing(Topic.CHILD_NAMED, Claim.ChildNamed.class)
        .filter(Claim.ChildNamed::hasLabel)
        .flatMap(c -> Optional.ofNullable(c.label()));
  }

  public Optional<Relation> relation() {
    return views
        .prevailing(Topic.RELATION, Claim.RelationStated.class)
        .map(Claim.RelationStated::relation);
  }

  /** The date of birth; empty where it is unknown or was not asked. */
  public Optional<PartialDate> birth() {
    return views
        .prevailing(Topic.BIRTH, Claim.Born.class)
        .flatMap(c -> Optional.ofNullable(c.date()));
  }

  public Optional<Claim.Lives> residence() {
    return views.prevailing(Topic.RESIDENCE, Claim.Lives.class);
  }

  public Optional<Custody> custody() {
    return views.prevailing(Topic.CUSTODY, Claim.CustodyHeld.class).map(Claim.CustodyHeld::custody);
  }

  public Optional<Contact> contact() {
    return views.prevailing(Topic.CONTACT, Claim.ContactKept.class).map(Claim.ContactKept::contact);
  }

  public Optional<Wellbeing> wellbeing() {
    return views.prevailing(Topic.WELLBEING, Claim.Fares.class).map(Claim.Fares::wellbeing);
  }

  public Optional<OverAdaptation> overAdaptation() {
    return views
        .prevailing(Topic.OVER_ADAPTATION, Claim.OverAdapts.class)
        .map(Claim.OverAdapts::overAdaptation);
  }

  /** Whether the parent's illness was explained to the child; empty where it was not asked. */
  public Optional<IllnessExplained> illnessExplained() {
    return views
        .prevailing(Topic.ILLNESS_EXPLAINED, Claim.WasTold.class)
        .map(Claim.WasTold::illnessExplained);
  }

  public boolean died() {
    return views.isStated(Topic.DIED);
  }

  /** Whether the child is certainly 18 or over on a day; an unknown birth is never an adult. */
  public boolean isAdultOn(LocalDate day) {
    return birth().map(b -> !b.lastDay().plusYears(ADULT).isAfter(day)).orElse(false);
  }

  /** From whose perspectives anything is known about this child. */
  public Set<Perspective> perspectives() {
    return views.perspectives();
  }

  /** The statements in force about this child, in the order in which they were recorded. */
  public List<Statement> statements() {
    return views.statements();
  }

  /** What one perspective last said on a topic. */
  public Optional<Statement> seenBy(Perspective perspective, Topic topic) {
    return views.latest(topic, perspective);
  }
}
