package nl.kindcheck.core.rule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Statement.Correction;
import nl.kindcheck.core.family.Statement.Origin;
import nl.kindcheck.core.family.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Turns a conversation into the statements of the first version of its response. The same response
 * gives the same ids, so that recording it again records nothing new.
 */
public final class Recording {

  private static final int FIRST_VERSION = 1;

  private Recording() {}

  /**
   * The statements of version 1.
   *
   * @param recordedAt when it enters the record
   * @return one statement for each claim, in the order of the conversation
   */
  public static List<Statement> statements(
      Conversation conversation, ResponseId id, Instant recordedAt) {
    List<Statement> statements = new ArrayList<>();
    for (Conversation.Said said : conversation.said()) {
      statements.add(
          statement(
              said,
              conversation.author(),
              new Origin(id, FIRST_VERSION, said.linkId()),
              statements.size(),
              recordedAt,
              null));
    }
    return List.copyOf(statements);
  }

  static Statement statement(
      Conversation.Said said,
      String author,
      Origin origin,
      int position,
      Instant recordedAt,
      @Nullable Correction corrects) {
    return new Statement(
        idOf(origin, position),
        said.claim(),
        said.perspective(),
        said.nature(),
        author,
        said.observedAt(),
        recordedAt,
        origin,
        corrects);
  }

  static StatementId idOf(Origin origin, int position) {
    String name =
        "%s/%d/%d/%s".formatted(origin.response(), origin.version(), position, origin.linkId());
    return new StatementId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
