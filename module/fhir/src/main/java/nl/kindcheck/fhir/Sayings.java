package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.rule.Conversation.Said;

/**
 * Collects what a conversation says, each claim with whose it is: as the response states it, and
 * else by the default of the question. Faults found on the way are collected beside it.
 */
final class Sayings {

  /** Whose an answer is, and of what kind, where the response does not state it. */
  record Default(Perspective perspective, Nature nature, PartialDate observedAt) {

    Default as(Perspective otherPerspective, Nature otherNature) {
      return new Default(otherPerspective, otherNature, observedAt);
    }
  }

  private final List<Said> said = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  void say(Claim claim, Answered answer, Default otherwise) {
    Perspective perspective = answer.perspective();
    Nature nature = answer.nature();
    said.add(
        new Said(
            claim,
            perspective == null ? otherwise.perspective() : perspective,
            nature == null ? otherwise.nature() : nature,
            otherwise.observedAt(),
            answer.linkId(),
            answer.path()));
  }

  /** Says something that the being there of a whole group tells. */
  void say(Claim claim, Group group, String linkId, Default otherwise) {
    Perspective perspective = group.perspective();
    Nature nature = group.nature();
    said.add(
        new Said(
            claim,
            perspective == null ? otherwise.perspective() : perspective,
            nature == null ? otherwise.nature() : nature,
            otherwise.observedAt(),
            linkId,
            group.path()));
  }

  /** An answer means nothing without another one. */
  void needs(Answered answer, String linkId) {
    fault(
        answer.path(), "response.needs-answer", Map.of("linkId", answer.linkId(), "needs", linkId));
  }

  /** The same of a group that lacks an answer it means nothing without. */
  void needs(Group group, String linkId, String lacking) {
    fault(group.path(), "response.needs-answer", Map.of("linkId", linkId, "needs", lacking));
  }

  void fault(String expression, String code, Map<String, String> facts) {
    faults.add(new Fault(expression, code, facts));
  }

  List<Said> said() {
    return said;
  }

  List<Fault> faults() {
    return faults;
  }
}
