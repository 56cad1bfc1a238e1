package nl.kindcheck.core.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The family as recorded for one patient at one organisation (requirements 4.10): the fold of its
 * statements. A corrected statement no longer counts; a child counts as long as anybody's naming of
 * it stands uncorrected.
 */
public final class Family {

  private final List<Child> children;
  private final List<Claim.CarerNamed> carers;
  private final Views views;
  private final List<Statement> statements;

  private Family(
      List<Child> children,
      List<Claim.CarerNamed> carers,
      Views views,
      List<Statement> statements) {
    this.children = children;
    this.carers = carers;
    this.views = views;
    this.statements = statements;
  }

  /**
   * Folds statements into a family.
   *
   * @param statements in the order in which they were recorded
   */
  public static Family of(Collection<Statement> statements) {
    Set<StatementId> corrected = new HashSet<>();
    for (Statement s : statements) {
      if (s.corrects() != null) {
        corrected.add(s.corrects().statement());
      }
    }
    Map<ChildId, Views> perChild = new LinkedHashMap<>();
    Map<CarerId, Claim.CarerNamed> carers = new LinkedHashMap<>();
    Views family = new Views();
    for (Statement s : statements) {
      if (corrected.contains(s.id()) || s.claim() instanceof Claim.Retracted) {
        continue;
      }
      if (s.claim() instanceof Claim.AboutChild about) {
        perChild.computeIfAbsent(about.child(), id -> new Views()).add(s);
      } else {
        family.add(s);
        if (s.claim() instanceof Claim.CarerNamed carer) {
          carers.put(carer.carer(), carer);
        }
      }
    }
    List<Child> children = new ArrayList<>();
    perChild.forEach(
        (id, views) -> {
          if (views.isStated(Topic.CHILD_NAMED)) {
            children.add(new Child(id, views));
          }
        });
    return new Family(
        Collections.unmodifiableList(children),
        List.copyOf(carers.values()),
        family,
        List.copyOf(statements));
  }

  /** Every child that anyone named and nobody corrected, the deceased and the adult ones too. */
  public List<Child> children() {
    return children;
  }

  /** The children about whom is asked on a day: living, and not certainly 18 or over. */
  public List<Child> childrenAskedAboutOn(LocalDate day) {
    return children.stream().filter(c -> !c.died() && !c.isAdultOn(day)).toList();
  }

  public Optional<Child> child(ChildId id) {
    return children.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** The pregnancy as last stated; empty where it was never asked. */
  public Optional<Pregnancy> pregnancy() {
    Optional<Claim.PregnancyStated> last =
        views.prevailing(Topic.PREGNANCY, Claim.PregnancyStated.class);
    return last.map(p -> new Pregnancy(p.status(), statedSince(p.status()), p.expected()));
  }

  private LocalDate statedSince(PregnancyStatus status) {
    LocalDate since = LocalDate.MAX;
    for (Statement s : views.statements()) {
      if (s.claim() instanceof Claim.PregnancyStated p) {
        LocalDate stated = s.observedAt().firstDay();
        since = p.status() != status ? LocalDate.MAX : stated.isBefore(since) ? stated : since;
      }
    }
    return since;
  }

  /**
   * The days on which the household changed, as reported; the day of the report where the change
   * has no date.
   */
  public List<LocalDate> householdChanges() {
    List<LocalDate> days = new ArrayList<>();
    for (Statement s : views.statements()) {
      if (s.claim() instanceof Claim.HouseholdChanged h && h.answer() == Answer.YES) {
        days.add(h.on() == null ? s.observedAt().firstDay() : h.on().firstDay());
      }
    }
    return days;
  }

  public Optional<GutFeeling> gutFeeling() {
    return views.prevailing(Topic.GUT_FEELING, Claim.Felt.class).map(Claim.Felt::gutFeeling);
  }

  public Optional<Answer> partnerHasChildren() {
    return views
        .prevailing(Topic.PARTNER_CHILDREN, Claim.PartnerHasChildren.class)
        .map(Claim.PartnerHasChildren::answer);
  }

  /** The other parents and carers, each as last described. */
  public List<Claim.CarerNamed> carers() {
    return carers;
  }

  /**
   * The households by label, each with the children living there; those without a label are left
   * out (F4).
   */
  public Map<String, List<Child>> households() {
    Map<String, List<Child>> byLabel = new TreeMap<>();
    for (Claim.CarerNamed carer : carers) {
      if (carer.household() != null) {
        byLabel.computeIfAbsent(carer.household(), label -> new ArrayList<>());
      }
    }
    for (Child child : children) {
      child
          .residence()
          .map(Claim.Lives::household)
          .ifPresent(label -> byLabel.computeIfAbsent(label, l -> new ArrayList<>()).add(child));
    }
    return byLabel;
  }

  /** Whether the patient said that there are no children, and nobody took it back. */
  public boolean noChildrenStated() {
    return views.isStated(Topic.NO_CHILDREN);
  }

  /** Every statement ever made, corrected ones too, in the order in which they were recorded. */
  public List<Statement> statements() {
    return statements;
  }
}
