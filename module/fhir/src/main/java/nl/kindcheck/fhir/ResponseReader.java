package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Plausibility;
import nl.kindcheck.core.rule.UnclearBecause;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads a QuestionnaireResponse as a conversation, or refuses it with every fault that was found:
 * an answer that cannot be read hides no fault in another one. A bare response is read: whether it
 * counts is decided by the rules (F1).
 *
 * <p>Whose a statement is (F11): as the response states it on the answer, its item or the group
 * around it; else the parent's for facts and for how it goes, the child's for its own words and the
 * adult it trusts, the clinician's for the gut feeling and for what was discussed. Of a group
 * prefilled from the EPD, what an EPD pictures (name, birth, relation, where the child lives) is
 * nobody's in this conversation and therefore a third party's, of the day of the picture; all else
 * in it was asked now.
 */
public final class ResponseReader {

  private final KindcheckForm form;

  public ResponseReader(KindcheckForm form) {
    this.form = form;
  }

  /**
   * Reads a response, all of it or nothing.
   *
   * @param id of the response; the ids of new children derive from it
   * @param known the family as recorded before; for an amendment with the earlier version in it
   * @param today the day to judge dates by
   */
  public Reading read(
      QuestionnaireResponse response, ResponseId id, Family known, Policy policy, LocalDate today) {
    return read(response, id, known, policy, today, null);
  }

  /**
   * The same of an amendment.
   *
   * @param amended the day of the conversation in the version that it amends; null for none
   */
  public Reading read(
      QuestionnaireResponse response,
      ResponseId id,
      Family known,
      Policy policy,
      LocalDate today,
      @Nullable LocalDate amended) {
    HeadCheck head = new HeadCheck(response, today);
    Set<Fault> faults = new LinkedHashSet<>(head.faults());
    List<Plausibility.Dated> dates = List.of();
    Conversation conversation = null;
    List<Fault> structural = form.faultsOf(response);
    faults.addAll(structural);
    if (form.isOf(response)) {
      Sayings sayings = new Sayings();
      conversation =
          conversation(
              Group.whole(response, unreadable(structural)),
              response.getAuthor().getReference(),
              id,
              known,
              head.day().orElse(today),
              sayings);
      faults.addAll(sayings.faults());
      dates = GivenDates.of(response);
    }
    Plausibility.of(when(head, today, amended), dates, TypedTexts.of(response), policy, today)
        .forEach(i -> faults.add(new Fault(i.path(), i.code(), i.facts())));
    return conversation == null || !faults.isEmpty()
        ? new Reading.Refused(List.copyOf(faults))
        : new Reading.Read(conversation);
  }

  private static Set<String> unreadable(List<Fault> structural) {
    return structural.stream().map(Fault::expression).collect(Collectors.toUnmodifiableSet());
  }

  private static Plausibility.When when(
      HeadCheck head, LocalDate today, @Nullable LocalDate amended) {
    LocalDate on = head.day().orElse(null);
    if (on == null) {
      return new Plausibility.When(null, today);
    }
    return new Plausibility.When(amended != null && amended.isBefore(on) ? amended : on, on);
  }

  private static Conversation conversation(
      Group whole, String author, ResponseId id, Family known, LocalDate on, Sayings sayings) {
    Sayings.Default parent =
        new Sayings.Default(Perspective.PARENT, Nature.FACT, PartialDate.of(on));
    List<Group> groups = whole.groups(LinkIds.CHILDREN);
    List<ChildId> children = new ChildIdentity(id, known, sayings).of(groups);
    for (int i = 0; i < groups.size(); i++) {
      ChildId child = children.get(i);
      new ChildReader(groups.get(i), child, sayings, ofChild(groups.get(i), parent), parent)
          .read(known.child(child).isPresent());
    }
    new FamilyReader(whole, id, known, sayings, parent).read();
    Optional<Answered> until = whole.answer(LinkIds.POSTPONED_UNTIL);
    until
        .filter(answer -> answer.day().isEmpty())
        .ifPresent(
            answer ->
                sayings.fault(
                    answer.path(),
                    "response.day-needed",
                    Map.of("linkId", LinkIds.POSTPONED_UNTIL)));
    return new Conversation(
        on,
        author,
        whole.answer(LinkIds.OUTCOME).map(a -> a.code(Outcome.class)).orElse(null),
        whole.answer(LinkIds.OUTCOME_UNCLEAR).map(a -> a.code(UnclearBecause.class)).orElse(null),
        whole.answer(LinkIds.REASON).map(Answered::text).orElse(null),
        until.flatMap(Answered::day).orElse(null),
        children,
        sayings.said());
  }

  private static Sayings.Default ofChild(Group group, Sayings.Default parent) {
    if (!group.has(Extensions.UNVERIFIED)) {
      return parent;
    }
    PartialDate pictured =
        group.value(Extensions.PICTURE_DATE).flatMap(PartialDate::find).orElse(parent.observedAt());
    boolean later = pictured.firstDay().isAfter(parent.observedAt().firstDay());
    return new Sayings.Default(
        Perspective.THIRD_PARTY, Nature.FACT, later ? parent.observedAt() : pictured);
  }
}
