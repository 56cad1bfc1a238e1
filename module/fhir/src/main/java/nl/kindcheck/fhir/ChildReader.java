package nl.kindcheck.fhir;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Contact;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;

/** Reads the group of one child: what is said of it, in the order of the form. */
final class ChildReader {

  private final Group group;
  private final ChildId child;
  private final Sayings sayings;
  private final Sayings.Default pictured;
  private final Sayings.Default fact;
  private final Sayings.Default opinion;

  /**
   * @param pictured whose that is which an EPD may have handed over: name, birth, relation, where
   *     the child lives
   * @param otherwise whose all else is where the response does not state it
   */
  ChildReader(
      Group group,
      ChildId child,
      Sayings sayings,
      Sayings.Default pictured,
      Sayings.Default otherwise) {
    this.group = group;
    this.child = child;
    this.sayings = sayings;
    this.pictured = pictured;
    this.fact = otherwise;
    this.opinion = otherwise.as(otherwise.perspective(), Nature.OPINION);
  }

  /**
   * @param known whether the child was known before; a new one counts by its group alone
   */
  void read(boolean known) {
    named(known);
    text(LinkIds.CHILD_WHERE_NOW, text -> new Claim.IsNow(child, text));
    birth();
    whoAndWhere();
    text(LinkIds.CHILD_CARER_WHEN_UNABLE, text -> new Claim.CaredForWhenUnable(child, text));
    say(
        LinkIds.CHILD_TRUSTED_ADULT,
        fact.as(Perspective.CHILD, Nature.FACT),
        answer -> new Claim.Trusts(child, answer.text()));
    howItGoes();
    say(LinkIds.CHILD_UNCHANGED, fact, answer -> new Claim.Unchanged(child, answer.date()));
    group
        .answer(LinkIds.CHILD_DIED)
        .filter(Answered::isTrue)
        .ifPresent(died -> sayings.say(new Claim.Died(child), died, fact));
  }

  private void named(boolean known) {
    Optional<Answered> label = group.answer(LinkIds.CHILD_LABEL);
    if (label.isPresent()) {
      sayings.say(new Claim.ChildNamed(child, label.get().text()), label.get(), pictured);
    } else if (!known) {
      sayings.say(new Claim.ChildNamed(child, null), group, LinkIds.CHILDREN, pictured);
    }
  }

  private void birth() {
    Optional<Answered> date = group.answer(LinkIds.CHILD_BIRTH);
    Optional<Answered> unknown = group.answer(LinkIds.CHILD_BIRTH_UNKNOWN).filter(Answered::isTrue);
    if (group.isGiven(LinkIds.CHILD_BIRTH) && unknown.isPresent()) {
      sayings.fault(unknown.get().path(), "response.birth-and-unknown", Map.of());
    }
    date.ifPresent(d -> sayings.say(new Claim.Born(child, d.date()), d, pictured));
    unknown.ifPresent(u -> sayings.say(new Claim.Born(child, null), u, pictured));
  }

  private void whoAndWhere() {
    say(
        LinkIds.CHILD_RELATION,
        pictured,
        answer -> new Claim.RelationStated(child, answer.code(Relation.class)));
    Optional<Answered> household = group.answer(LinkIds.CHILD_HOUSEHOLD);
    say(
        LinkIds.CHILD_RESIDENCE,
        pictured,
        answer ->
            new Claim.Lives(
                child, answer.code(Residence.class), household.map(Answered::text).orElse(null)));
    household
        .filter(h -> !group.isGiven(LinkIds.CHILD_RESIDENCE))
        .ifPresent(h -> sayings.needs(h, LinkIds.CHILD_RESIDENCE));
    say(
        LinkIds.CHILD_CUSTODY,
        fact,
        answer -> new Claim.CustodyHeld(child, answer.code(Custody.class)));
    say(
        LinkIds.CHILD_CONTACT,
        fact,
        answer -> new Claim.ContactKept(child, answer.code(Contact.class)));
  }

  private void howItGoes() {
    Optional<Answered> note = group.answer(LinkIds.CHILD_WELLBEING_NOTE);
    say(
        LinkIds.CHILD_WELLBEING,
        opinion,
        answer ->
            new Claim.Fares(
                child, answer.code(Wellbeing.class), note.map(Answered::text).orElse(null)));
    note.filter(n -> !group.isGiven(LinkIds.CHILD_WELLBEING))
        .ifPresent(n -> sayings.needs(n, LinkIds.CHILD_WELLBEING));
    say(
        LinkIds.CHILD_OVER_ADAPTATION,
        opinion,
        answer -> new Claim.OverAdapts(child, answer.code(OverAdaptation.class)));
    say(
        LinkIds.CHILD_ILLNESS_EXPLAINED,
        fact,
        answer -> new Claim.WasTold(child, answer.code(IllnessExplained.class)));
    say(
        LinkIds.CHILD_OWN_WORDS,
        fact.as(Perspective.CHILD, Nature.OPINION),
        answer -> new Claim.ChildSaid(child, answer.text()));
    for (Domain domain : Domain.values()) {
      for (Group inDomain : group.groups(LinkIds.domain(domain))) {
        for (Valence valence : Valence.values()) {
          for (Answered answer : inDomain.answers(LinkIds.inDomain(domain, valence))) {
            sayings.say(
                new Claim.SeenInDomain(child, domain, valence, answer.text()), answer, opinion);
          }
        }
      }
    }
  }

  private void text(String linkId, Function<String, Claim> claim) {
    say(linkId, fact, answer -> claim.apply(answer.text()));
  }

  private void say(String linkId, Sayings.Default otherwise, Function<Answered, Claim> claim) {
    group.answer(linkId).ifPresent(answer -> sayings.say(claim.apply(answer), answer, otherwise));
  }
}
