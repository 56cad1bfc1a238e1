package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;

/** More scope is never more than the role. */
class AccessMatrixProperties extends ServiceTest {

  private static final int TRIES = 400;
  private static final List<String> CONTEXTS = List.of("system", "user", "patient");
  private static final List<String> TYPES =
      List.of("*", "Task", "Observation", "QuestionnaireResponse", "Communication", "Goal");
  private static final List<String> GRANTS = List.of("read", "write", "*", "rs", "cruds", "c", "u");

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Scopes, a role and a route by chance, always the same ones: a failure can be looked at. */
  @Test
  void addingScopesNeverLetsARoleDoWhatTheMatrixRefuses() {
    Random random = new Random(4);
    List<Matrix.Row> rows =
        Matrix.ofService().rows().stream()
            .filter(row -> row.path().getPatternString().startsWith("/fhir"))
            .filter(row -> !row.who().contains(Matrix.PUBLIC))
            .toList();
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      Matrix.Row row = any(random, rows);
      Role role = any(random, List.of(Role.values()));
      if (row.roles().contains(role)) {
        continue;
      }
      List<String> scopes = new ArrayList<>();
      for (int n = random.nextInt(12); n >= 0; n--) {
        scopes.add(any(random, CONTEXTS) + "/" + any(random, TYPES) + "." + any(random, GRANTS));
        assertThat(status(row, role, scopes))
            .as(row + " as " + role + " with " + scopes)
            .isEqualTo(403);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(TRIES);
  }

  private int status(Matrix.Row row, Role role, List<String> scopes) {
    String path =
        row.path()
            .getPatternString()
            .replaceAll("\\{[a-z]+}", "11111111-1111-4111-8111-111111111111");
    String token =
        World.bearer(
            World.bearerClaims("haven", role.code(), String.join(" ", scopes))
                .claim("patient", "11111111-1111-4111-8111-111111111111"));
    HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + token);
    if (row.method().equals("GET")) {
      return send(request.GET()).status();
    }
    return send(request
            .header("Content-Type", "application/fhir+json")
            .method(row.method(), BodyPublishers.ofString("{}")))
        .status();
  }
}
