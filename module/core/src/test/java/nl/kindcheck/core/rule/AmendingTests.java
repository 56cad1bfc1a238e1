package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Topic;
import org.junit.jupiter.api.Test;

class AmendingTests {

  private static final ResponseId RESPONSE = new ResponseId(new UUID(9, 9));
  private static final Instant FIRST = Instant.parse("2026-01-12T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-01-14T10:00:00Z");
  private static final ChildId SAM = new ChildId(new UUID(2, 1));
  private static final Claim NAMED = new Claim.ChildNamed(SAM, "Sam");
  private static final Claim OWN = new Claim.RelationStated(SAM, Relation.OWN);
  private static final Claim STEP = new Claim.RelationStated(SAM, Relation.STEP);

  private final List<Statement> before =
      Recording.statements(talk("2026-01-12", NAMED, OWN), RESPONSE, FIRST);

  @Test
  void aChangedAnswerCorrectsTheOldOneAndNothingElse() {
    List<Statement> now = amend(talk("2026-01-12", NAMED, STEP));
    assertThat(now).hasSize(1);
    assertThat(now.get(0).claim()).isEqualTo(STEP);
    assertThat(now.get(0).recordedAt()).isEqualTo(LATER);
    assertThat(now.get(0).origin()).isEqualTo(new Statement.Origin(RESPONSE, 2, "relation"));
    assertThat(now.get(0).corrects())
        .isEqualTo(new Statement.Correction(before.get(1).id(), "Niet goed gehoord."));
  }

  @Test
  void anAnswerThatIsGoneIsRetractedWithTheReason() {
    List<Statement> now = amend(talk("2026-01-12", NAMED));
    assertThat(now).hasSize(1);
    assertThat(now.get(0).claim()).isEqualTo(new Claim.Retracted(Topic.RELATION));
    assertThat(now.get(0).corrects())
        .isEqualTo(new Statement.Correction(before.get(1).id(), "Niet goed gehoord."));
  }

  @Test
  void aNewAnswerCorrectsNothing() {
    List<Statement> now = amend(talk("2026-01-12", NAMED, OWN, new Claim.Died(SAM)));
    assertThat(now).extracting(Statement::claim).containsExactly(new Claim.Died(SAM));
    assertThat(now.get(0).corrects()).isNull();
  }

  @Test
  void theSameValueFromAnotherPerspectiveIsAChange() {
    Conversation.Said seen =
        new Conversation.Said(
            OWN,
            Perspective.HOME_VISIT,
            Nature.FACT,
            PartialDate.parse("2026-01-12"),
            "relation",
            "");
    Conversation other = talk("2026-01-12", NAMED);
    List<Statement> now =
        amend(
            new Conversation(
                other.on(),
                other.author(),
                other.outcome(),
                null,
                null,
                null,
                other.children(),
                List.of(other.said().get(0), seen)));
    assertThat(now).extracting(Statement::perspective).containsExactly(Perspective.HOME_VISIT);
    assertThat(now.get(0).corrects()).isNotNull();
  }

  @Test
  void whatStayedTheSameIsNotSeenAgainOnTheDayOfTheAmendment() {
    assertThat(amend(talk("2026-01-14", NAMED, OWN))).isEmpty();
  }

  @Test
  void anAmendmentWithoutAReasonIsRefused() {
    assertThatThrownBy(
            () -> Amending.statements(talk("2026-01-12", NAMED), RESPONSE, 2, LATER, before, "  "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstVersionIsNoAmendment() {
    assertThatThrownBy(
            () ->
                Amending.statements(
                    talk("2026-01-12", NAMED), RESPONSE, 1, LATER, before, "Reden."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Statement> amend(Conversation amended) {
    return Amending.statements(amended, RESPONSE, 2, LATER, before, "Niet goed gehoord.");
  }

  private static Conversation talk(String on, Claim... claims) {
    return new Conversation(
        LocalDate.parse(on),
        "Practitioner/12",
        Outcome.GOES_WELL,
        null,
        null,
        null,
        List.of(SAM),
        List.of(claims).stream()
            .map(
                c ->
                    new Conversation.Said(
                        c,
                        Perspective.PARENT,
                        Nature.FACT,
                        PartialDate.parse(on),
                        c.topic().code(),
                        ""))
            .toList());
  }
}
