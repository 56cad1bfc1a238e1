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
    return views
        .prevailing(Topic.PREGNANCY)
        .flatMap(
            s ->
                s.claim() instanceof Claim.PregnancyStated p
                    ? Optional.of(new Pregnancy(p.status(), statedSince(s, p), p.expected()))
                    : Optional.empty());
  }

  /**
   * The first day of the present status, or the last one of an end, because every end is one of its
   * own: by when things were observed and not by when they were recorded, and among statements that
   * weigh as much as the one that prevails.
   */
  private LocalDate statedSince(Statement prevailing, Claim.PregnancyStated now) {
    LocalDate otherwise = LocalDate.MIN;
    List<LocalDate> same = new ArrayList<>();
    for (Statement s : views.statements()) {
      if (s.claim() instanceof Claim.PregnancyStated p
          && Views.weighsAsFact(s) == Views.weighsAsFact(prevailing)) {
        LocalDate day = s.observedAt().firstDay();
        if (p.status() == now.status()) {
          same.add(day);
        } else if (day.isAfter(otherwise)) {
          otherwise = day;
        }
      }
    }
    LocalDate since = prevailing.observedAt().firstDay();
    if (now.status() == PregnancyStatus.ENDED) {
      return since;
    }
    for (LocalDate day : same) {
      since = day.isBefore(since) && !day.isBefore(otherwise) ? day : since;
    }
    return since;
  }

  /**
   * The days on which a reported change of the household asks for a Kindcheck: the day of the
   * change, or the day of the report where that came later or the change has no date, because
   * nobody could ask before it was known. In the order in which they were recorded.
   */
  public List<LocalDate> householdChanges() {
    List<LocalDate> days = new ArrayList<>();
    for (Statement s : views.statements()) {
      if (s.claim() instanceof Claim.HouseholdChanged h && h.answer() == Answer.YES) {
        LocalDate reported = s.observedAt().firstDay();
        LocalDate changed = h.on() == null ? reported : h.on().firstDay();
        days.add(changed.isAfter(reported) ? changed : reported);
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

  /** Whether others care for the children too; empty where it was not asked. */
  public Optional<Answer> othersCare() {
    return views
        .prevailing(Topic.OTHER_CARERS, Claim.OthersCare.class)
        .map(Claim.OthersCare::answer);
  }

  /** The other parents and carers, each as last described. */
  public List<Claim.CarerNamed> carers() {
    return carers;
  }

  /**
   * The households by label, each with the children living there; a household without a label and a
   * child that died are left out (F4).
   */
  public Map<String, List<Child>> households() {
    Map<String, List<Child>> byLabel = new TreeMap<>();
    for (Claim.CarerNamed carer : carers) {
      if (carer.household() != null) {
        byLabel.computeIfAbsent(carer.household(), label -> new ArrayList<>());
      }
    }
    for (Child child : children) {
      if (child.died()) {
        continue;
      }
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
