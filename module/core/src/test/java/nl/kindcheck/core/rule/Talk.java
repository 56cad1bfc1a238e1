package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.kindcheck.core.Telling;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;

/** A conversation of 12 January 2026 with all that it needs, of which a test changes one thing. */
final class Talk {

  static final LocalDate DAY = LocalDate.parse("2026-01-12");

  private final Telling before;
  private final List<Claim> said = new ArrayList<>();
  private final Set<ChildId> children = new LinkedHashSet<>();
  private @Nullable Outcome outcome;
  private @Nullable UnclearBecause unclearBecause;
  private @Nullable String reason;
  private @Nullable LocalDate until;

  private Talk(Telling before, @Nullable Outcome outcome) {
    this.before = before;
    this.outcome = outcome;
  }

  /** A conversation in which nothing is said, in a family that told something before. */
  static Talk bare(Telling before, @Nullable Outcome outcome) {
    return new Talk(before, outcome);
  }

  /** A conversation in which all of this is told, discussed, and felt to be fine. */
  static Talk about(Telling told, Outcome outcome) {
    Talk talk = new Talk(new Telling(), outcome);
    told.statements().forEach(s -> talk.says(s.claim()));
    return talk.says(new Claim.DiscussedWithParent(true, null), new Claim.Felt(GutFeeling.PLUIS));
  }

  Talk says(Claim... claims) {
    for (Claim claim : claims) {
      said.add(claim);
      if (claim instanceof Claim.AboutChild about) {
        children.add(about.child());
      }
    }
    return this;
  }

  Talk without(Topic topic) {
    said.removeIf(c -> c.topic() == topic);
    return this;
  }

  Talk without(Topic topic, ChildId child) {
    said.removeIf(
        c -> c.topic() == topic && c instanceof Claim.AboutChild a && a.child().equals(child));
    return this;
  }

  Talk without(ChildId child) {
    said.removeIf(c -> c instanceof Claim.AboutChild a && a.child().equals(child));
    children.remove(child);
    return this;
  }

  Talk with(Outcome other) {
    outcome = other;
    return this;
  }

  Talk because(UnclearBecause why) {
    unclearBecause = why;
    return this;
  }

  Talk reason(String why) {
    reason = why;
    return this;
  }

  Talk until(String day) {
    until = LocalDate.parse(day);
    return this;
  }

  Conversation conversation() {
    return new Conversation(
        DAY,
        "Practitioner/12",
        outcome,
        unclearBecause,
        reason,
        until,
        List.copyOf(children),
        said.stream()
            .map(
                c ->
                    new Conversation.Said(
                        c,
                        Perspective.PARENT,
                        Nature.FACT,
                        PartialDate.of(DAY),
                        c.topic().code(),
                        "QuestionnaireResponse.item"))
            .toList());
  }

  Decision<Completeness> decision() {
    Family family = before.on(DAY).says(said.toArray(Claim[]::new)).family();
    return CompletenessRule.of(conversation(), family, Policy.standard());
  }

  Standing standing() {
    return decision().outcome().standing();
  }

  List<Missing> missing() {
    return decision().outcome().missing();
  }
}
