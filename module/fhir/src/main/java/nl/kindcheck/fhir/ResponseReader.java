package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Implausible;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Plausibility;
import nl.kindcheck.core.rule.UnclearBecause;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Reads a QuestionnaireResponse as a conversation, or refuses it with every fault that was found. A
 * bare response is read: whether it counts is decided by the rules (F1).
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
    HeadCheck head = new HeadCheck(response, today);
    List<Fault> structural = new ArrayList<>(head.faults());
    structural.addAll(form.faultsOf(response));
    if (!structural.isEmpty()) {
      return new Reading.Refused(structural);
    }
    Sayings sayings = new Sayings();
    Conversation conversation = conversation(response, id, known, head.day(), sayings);
    List<Fault> faults = new ArrayList<>(sayings.faults());
    for (Implausible i : Plausibility.of(conversation, TypedTexts.of(response), policy, today)) {
      faults.add(new Fault(place(i.path(), response), i.code(), i.facts()));
    }
    return faults.isEmpty() ? new Reading.Read(conversation) : new Reading.Refused(faults);
  }

  private static Conversation conversation(
      QuestionnaireResponse response, ResponseId id, Family known, LocalDate on, Sayings sayings) {
    Group whole = Group.whole(response);
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
        response.getAuthor().getReference(),
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
        group.value(Extensions.PICTURE_DATE).map(PartialDate::parse).orElse(parent.observedAt());
    boolean later = pictured.firstDay().isAfter(parent.observedAt().firstDay());
    return new Sayings.Default(
        Perspective.THIRD_PARTY, Nature.FACT, later ? parent.observedAt() : pictured);
  }

  private static String place(String path, QuestionnaireResponse response) {
    if (!path.equals(Plausibility.POSTPONED_UNTIL)) {
      return path;
    }
    return Group.whole(response)
        .answer(LinkIds.POSTPONED_UNTIL)
        .map(Answered::path)
        .orElse("QuestionnaireResponse");
  }
}
