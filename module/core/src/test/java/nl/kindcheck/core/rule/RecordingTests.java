package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import org.junit.jupiter.api.Test;

class RecordingTests {

  private static final Instant AT = Instant.parse("2026-01-12T10:00:00Z");
  private static final ResponseId RESPONSE = new ResponseId(new UUID(9, 9));

  private final Conversation talk = GeneratedTalk.of(11);

  @Test
  void everyClaimBecomesOneStatementAsItWasSaid() {
    List<Statement> statements = Recording.statements(talk, RESPONSE, AT);
    assertThat(talk.said()).isNotEmpty();
    assertThat(statements).hasSameSizeAs(talk.said());
    for (int i = 0; i < statements.size(); i++) {
      Statement s = statements.get(i);
      Conversation.Said said = talk.said().get(i);
      assertThat(s.claim()).isEqualTo(said.claim());
      assertThat(s.perspective()).isEqualTo(said.perspective());
      assertThat(s.nature()).isEqualTo(said.nature());
      assertThat(s.observedAt()).isEqualTo(said.observedAt());
      assertThat(s.author()).isEqualTo(talk.author());
      assertThat(s.recordedAt()).isEqualTo(AT);
      assertThat(s.origin()).isEqualTo(new Statement.Origin(RESPONSE, 1, said.linkId()));
      assertThat(s.corrects()).isNull();
    }
  }

  @Test
  void theSameResponseGivesTheSameIdsAtAnotherTime() {
    assertThat(Recording.statements(talk, RESPONSE, AT.plusSeconds(5)))
        .extracting(Statement::id)
        .isEqualTo(Recording.statements(talk, RESPONSE, AT).stream().map(Statement::id).toList());
  }

  @Test
  void noTwoStatementsOfAnyResponsesShareAnId() {
    List<Statement> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.addAll(Recording.statements(GeneratedTalk.of(i), new ResponseId(new UUID(9, i)), AT));
    }
    assertThat(all).extracting(Statement::id).doesNotHaveDuplicates();
  }

  @Test
  void aConversationThatSaysNothingBecomesNothing() {
    Conversation bare =
        new Conversation(
            talk.on(), "Practitioner/12", null, null, null, null, List.of(), List.of());
    assertThat(Recording.statements(bare, RESPONSE, AT)).isEmpty();
  }
}
