package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.CarerId;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;

/** Conversations of one day as the form could give them: any answers, any perspectives. */
final class GeneratedTalk {

  private static final LocalDate DAY = LocalDate.parse("2026-01-12");
  private static final List<String> WORDS = List.of("Sam", "Noor", "oma", "rustig");

  private final Random random;
  private final List<Conversation.Said> said = new ArrayList<>();

  private GeneratedTalk(long seed) {
    random = new Random(seed);
  }

  static Conversation of(long seed) {
    return new GeneratedTalk(seed).conversation();
  }

  private Conversation conversation() {
    List<ChildId> children = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (random.nextBoolean()) {
        ChildId child = new ChildId(new UUID(2, i));
        children.add(child);
        child(child);
      }
    }
    family();
    return new Conversation(
        DAY, "Practitioner/12", Outcome.GOES_WELL, null, null, null, children, said);
  }

  private void child(ChildId child) {
    say("children.label", new Claim.ChildNamed(child, word()));
    boolean known = random.nextBoolean();
    maybe(
        known ? "children.birth" : "children.birth-unknown",
        () -> new Claim.Born(child, known ? PartialDate.parse("20%d".formatted(year())) : null));
    maybe("children.relation", () -> new Claim.RelationStated(child, one(Relation.values())));
    maybe("children.residence", () -> new Claim.Lives(child, one(Residence.values()), word()));
    maybe("children.custody", () -> new Claim.CustodyHeld(child, one(Custody.values())));
    maybe("children.wellbeing", () -> new Claim.Fares(child, one(Wellbeing.values()), word()));
    maybe("children.died", () -> new Claim.Died(child));
    for (int i = random.nextInt(4); i > 0; i--) {
      say(
          "children.domain-child.strengths",
          new Claim.SeenInDomain(child, Domain.CHILD, Valence.STRENGTH, word()));
    }
  }

  private void family() {
    maybe("outcome", Claim.NoChildren::new);
    maybe(
        "pregnancy",
        () ->
            new Claim.PregnancyStated(
                one(PregnancyStatus.values()),
                PartialDate.parse("2026-0" + (1 + random.nextInt(9)))));
    maybe("partner-children", () -> new Claim.PartnerHasChildren(one(Answer.values())));
    maybe("other-carers", () -> new Claim.OthersCare(one(Answer.values())));
    for (int i = random.nextInt(3); i > 0; i--) {
      say(
          "carers",
          new Claim.CarerNamed(
              new CarerId(new UUID(3, i)), word(), one(CarerRole.values()), word()));
    }
    maybe("household-change", () -> new Claim.HouseholdChanged(one(Answer.values()), null));
    maybe("gut-feeling", () -> new Claim.Felt(one(GutFeeling.values())));
    maybe("discussed", () -> new Claim.DiscussedWithParent(random.nextBoolean(), word()));
    maybe("parent-words", () -> new Claim.ParentSaid(word()));
  }

  private void maybe(String linkId, Supplier<Claim> claim) {
    if (random.nextBoolean()) {
      say(linkId, claim.get());
    }
  }

  private void say(String linkId, Claim claim) {
    said.add(
        new Conversation.Said(
            claim,
            one(Perspective.values()),
            one(Nature.values()),
            PartialDate.of(DAY),
            linkId,
            linkId));
  }

  private int year() {
    return 10 + random.nextInt(10);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private <T> T one(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
