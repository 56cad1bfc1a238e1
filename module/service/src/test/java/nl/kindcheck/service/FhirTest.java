package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the tests of the FHIR endpoint and of the record share. */
public abstract class FhirTest extends ServiceTest {

  protected static final String RESPONSE = "QuestionnaireResponse";
  protected static final String DAY = "2026-06-01";

  /** A create or amend with headers of the test's own; pairs of name and value. */
  protected Answer post(String organisation, String path, String body, String... headers) {
    var request =
        request("/fhir/" + path)
            .header("Authorization", "Bearer " + World.bearer(organisation, ALL))
            .header("Content-Type", "application/fhir+json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  protected Answer amend(String organisation, String id, String ifMatch, String body) {
    var request =
        request("/fhir/QuestionnaireResponse/" + id)
            .header("Authorization", "Bearer " + World.bearer(organisation, ALL))
            .header("Content-Type", "application/fhir+json");
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    return send(request.PUT(BodyPublishers.ofString(body)));
  }

  /** The same response, as its next version: with its id, a reason, and status amended. */
  protected static String amended(String body, String id, String reason) {
    String extension =
        reason.isEmpty()
            ? ""
            : """
            "extension": [{"url": "https://kindcheck.example/fhir/StructureDefinition/amendment-reason", "valueString": "%s"}],\
            """
                .formatted(reason);
    return body.replace("\"completed\"", "\"amended\"")
        .replace(
            "\"resourceType\": \"QuestionnaireResponse\",",
            "\"resourceType\": \"QuestionnaireResponse\", \"id\": \"%s\", %s"
                .formatted(id, extension));
  }

  protected static String identified(String body, String value) {
    return body.replace(
        "\"resourceType\": \"QuestionnaireResponse\",",
        "\"resourceType\": \"QuestionnaireResponse\", \"identifier\": {\"system\":"
            + " \"https://epd.example\", \"value\": \"%s\"},".formatted(value));
  }

  /** Records a complete Kindcheck and gives its id. */
  protected String recorded(String organisation, String patient) {
    Answer created =
        fhirPost(organisation, RESPONSE, Bodies.twoChildren(patient, "e-" + patient, DAY));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return created.json().path("id").asString();
  }

  /** The id in the Location header, whatever the body is. */
  protected static String idIn(Answer answer) {
    String location = answer.http().headers().firstValue("Location").orElseThrow();
    return location.replaceAll(".*/QuestionnaireResponse/([^/]+)/_history/.*", "$1");
  }

  /** An error that says what is wrong, as FHIR, and nothing of the inside. */
  protected static void refused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.http().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
    JsonNode outcome = answer.json();
    assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(outcome.path("issue").path(0).path("severity").asString()).isEqualTo("error");
    assertThat(outcome.path("issue").path(0).path("diagnostics").asString("")).isNotBlank();
    assertThat(answer.body())
        .doesNotContain(
            "Exception", "HAPI-", "nl.kindcheck", "org.hl7", "ca.uhn", "\tat ", "SQL", "jackson");
  }

  protected static void refused(Answer answer, int status, String expression) {
    refused(answer, status);
    assertThat(expressions(answer)).contains(expression);
  }

  protected static List<String> expressions(Answer answer) {
    List<String> found = new ArrayList<>();
    for (JsonNode issue : answer.json().path("issue")) {
      issue.path("expression").forEach(e -> found.add(e.asString()));
    }
    return found;
  }

  protected static List<String> ids(Answer bundle) {
    List<String> ids = new ArrayList<>();
    bundle.json().path("entry").forEach(e -> ids.add(e.path("resource").path("id").asString()));
    return ids;
  }

  protected static String link(Answer bundle, String relation) {
    for (JsonNode link : bundle.json().path("link")) {
      if (link.path("relation").asString().equals(relation)) {
        return link.path("url").asString();
      }
    }
    return "";
  }

  /** Goes to a link as it was given. */
  protected Answer follow(String organisation, String link) {
    assertThat(link).startsWith(World.PUBLIC_URL);
    return send(
        request(link.substring(World.PUBLIC_URL.length()))
            .header("Authorization", "Bearer " + World.bearer(organisation, ALL)));
  }

  /** Neither a record of the patient nor a trace of one. */
  protected static void nothingIsStored(String patient) {
    assertThat(rows("response", patient)).isZero();
    assertThat(rows("statement", patient)).isZero();
    assertThat(count("SELECT count(*) FROM family WHERE patient_ref = ?", "Patient/" + patient))
        .isZero();
  }

  /** What the database holds, seen by a superuser. */
  protected static long count(String sql, Object... values) {
    return Long.parseLong(String.valueOf(text(sql, values)));
  }

  /** What the first row of a query says, as text; null where it is NULL there. */
  protected static @Nullable String text(String sql, Object... values) {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows a patient's family has in a table. */
  protected static long rows(String table, String patient) {
    return count(
        "SELECT count(*) FROM "
            + table
            + " WHERE family_id IN (SELECT family_id FROM family WHERE patient_ref = ?)",
        "Patient/" + patient);
  }

  /** Does several things at the same moment and gives what came of each. */
  protected static <T> List<T> atOnce(List<Callable<T>> works) {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(works)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
