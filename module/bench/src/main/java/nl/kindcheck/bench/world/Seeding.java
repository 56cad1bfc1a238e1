package nl.kindcheck.bench.world;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import nl.kindcheck.bench.load.HttpConnection;

/**
 * Fills the organisation: one family of each kind through the service's own endpoints, the others
 * as copies of them.
 */
public final class Seeding {

  private final Tokens tokens;
  private final Bodies bodies;

  public Seeding(Tokens tokens, Bodies bodies) {
    this.tokens = tokens;
    this.bodies = bodies;
  }

  public void fill(int port, BenchDatabase database, int families)
      throws IOException, SQLException {
    try (HttpConnection service = new HttpConnection(port)) {
      for (Kind kind : Kind.values()) {
        String token = tokens.forHooks(JWSAlgorithm.RS384, 1).get(0);
        send(service, "/cds-services/kindcheck", token, bodies.intake(kind), 200);
        if (kind != Kind.NEVER_ASKED) {
          String bearer = tokens.bearer();
          send(service, "/fhir/QuestionnaireResponse", bearer, bodies.kindcheck(kind), 201);
        }
      }
    }
    try (Connection connection = database.asSuperuser();
        Statement sql = connection.createStatement()) {
      new Copies(connection).make(families);
      // At an organisation these went out over months, not in one night.
      sql.execute(
          """
          INSERT INTO due_announced (tenant_id, family_id, due, kind, at)
          SELECT f.tenant_id, f.family_id, f.next_due, stage, now() FROM family f
          CROSS JOIN unnest(ARRAY['due', 'overdue', 'escalated']) stage WHERE f.next_due <= current_date
          ON CONFLICT DO NOTHING\
          """);
      sql.execute("VACUUM ANALYZE");
      sql.execute("CHECKPOINT");
    }
  }

  private static void send(
      HttpConnection service, String path, String token, String body, int expected)
      throws IOException {
    String type = path.startsWith("/fhir") ? "application/fhir+json" : "application/json";
    HttpConnection.Answer answer =
        service.exchange(HttpConnection.request("POST", path, type, token, body));
    if (answer.status() != expected) {
      throw new IOException(path + " answered " + answer.status() + ": " + answer.text());
    }
  }
}
