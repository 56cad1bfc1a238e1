package nl.kindcheck.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.CarerId;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Outcome;

/** Reads what is asked once: of the family as a whole and of the conversation. */
final class FamilyReader {

  private final Group whole;
  private final ResponseId response;
  private final Family known;
  private final Sayings sayings;
  private final Sayings.Default parent;
  private final Sayings.Default clinician;

  /**
   * @param parent whose the facts are where the response does not state it
   */
  FamilyReader(
      Group whole, ResponseId response, Family known, Sayings sayings, Sayings.Default parent) {
    this.whole = whole;
    this.response = response;
    this.known = known;
    this.sayings = sayings;
    this.parent = parent;
    this.clinician = parent.as(Perspective.CLINICIAN, Nature.FACT);
  }

  void read() {
    whole
        .answer(LinkIds.OUTCOME)
        .filter(outcome -> outcome.code(Outcome.class) == Outcome.NO_CHILDREN)
        .ifPresent(outcome -> sayings.say(new Claim.NoChildren(), outcome, parent));
    Optional<Answered> expected = whole.answer(LinkIds.PREGNANCY_EXPECTED);
    say(
        LinkIds.PREGNANCY,
        parent,
        answer ->
            new Claim.PregnancyStated(
                answer.code(PregnancyStatus.class), expected.map(Answered::date).orElse(null)));
    say(
        LinkIds.PARTNER_CHILDREN,
        parent,
        answer -> new Claim.PartnerHasChildren(answer.code(Answer.class)));
    say(LinkIds.OTHER_CARERS, parent, answer -> new Claim.OthersCare(answer.code(Answer.class)));
    carers();
    Optional<Answered> changed = whole.answer(LinkIds.HOUSEHOLD_CHANGE_DATE);
    say(
        LinkIds.HOUSEHOLD_CHANGE,
        parent,
        answer ->
            new Claim.HouseholdChanged(
                answer.code(Answer.class), changed.map(Answered::date).orElse(null)));
    Optional<Answered> reason = whole.answer(LinkIds.DISCUSSED_REASON);
    say(
        LinkIds.DISCUSSED,
        clinician,
        answer ->
            new Claim.DiscussedWithParent(
                answer.code(Answer.class) == Answer.YES, reason.map(Answered::text).orElse(null)));
    say(
        LinkIds.GUT_FEELING,
        clinician.as(Perspective.CLINICIAN, Nature.OPINION),
        answer -> new Claim.Felt(answer.code(GutFeeling.class)));
    say(
        LinkIds.PARENT_WORDS,
        parent.as(Perspective.PARENT, Nature.OPINION),
        answer -> new Claim.ParentSaid(answer.text()));
  }

  private void say(String linkId, Sayings.Default otherwise, Function<Answered, Claim> claim) {
    whole.answer(linkId).ifPresent(answer -> sayings.say(claim.apply(answer), answer, otherwise));
  }

  private void carers() {
    List<Group> carers = whole.groups(LinkIds.CARERS);
    for (int i = 0; i < carers.size(); i++) {
      carer(carers.get(i), i);
    }
  }

  private void carer(Group group, int index) {
    Optional<Answered> label = group.answer(LinkIds.CARER_LABEL);
    Optional<Answered> role = group.answer(LinkIds.CARER_ROLE);
    for (String needed : List.of(LinkIds.CARER_LABEL, LinkIds.CARER_ROLE)) {
      if (!group.isGiven(needed)) {
        sayings.needs(group, LinkIds.CARERS, needed);
      }
    }
    if (label.isEmpty() || role.isEmpty()) {
      return;
    }
    String name = label.get().text();
    CarerRole inRole = role.get().code(CarerRole.class);
    sayings.say(
        new Claim.CarerNamed(
            idOf(name, inRole, index),
            name,
            inRole,
            group.answer(LinkIds.CARER_HOUSEHOLD).map(Answered::text).orElse(null)),
        group,
        LinkIds.CARERS,
        parent);
  }

  /** The known carer of the same name and role, else a new one. */
  private CarerId idOf(String label, CarerRole role, int index) {
    String key = "%s/carer/%d".formatted(response, index);
    return known.carers().stream()
        .filter(c -> c.role() == role && normal(c.label()).equals(normal(label)))
        .map(Claim.CarerNamed::carer)
        .findFirst()
        .orElseGet(() -> new CarerId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))));
  }

  private static String normal(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
