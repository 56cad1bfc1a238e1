package nl.kindcheck.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.PolicyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The policy over HTTP, in the name of an administrator. */
class PolicyApiTests extends PolicyTest {

  private static final String SCOPE = "user/Organization.ru";

  private Answer call(String method, String path, String ifMatch, String body) {
    return call("kade", SCOPE, method, path, ifMatch, body);
  }

  private Answer call(
      String organisation, String scope, String method, String path, String ifMatch, String body) {
    String token = World.bearer(World.bearerClaims(organisation, "administrator", scope));
    var request =
        request("/policy/" + path)
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en")
            .header("Content-Type", "application/json");
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    return send(
        request.method(
            method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static String body(Policy policy, String note) {
    return "{\"note\": \"" + note + "\", \"policy\": " + PolicyJson.of(policy) + "}";
  }

  private static String tag(Answer answer) {
    return answer.http().headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void aDraftIsBegunChangedPublishedAndRead() {
    Answer begun = call("PUT", "drafts/api-1", "", body(named("api-1"), ""));
    assertThat(begun.status()).as(begun.body()).isEqualTo(201);
    assertThat(begun.json().path("policy")).isEqualTo(PolicyJson.of(named("api-1")));
    Answer changed =
        call(
            "PUT",
            "drafts/api-1",
            tag(begun),
            body(monthsWithoutChildren(named("api-1"), 30), "longer"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(tag(changed)).isEqualTo("\"2\"").isEqualTo(tag(call("GET", "drafts/api-1", "", "")));
    Answer published =
        call(
            "POST",
            "drafts/api-1/publish",
            tag(changed),
            "{\"effectiveFrom\": \"2028-01-01\", \"note\": \"longer\"}");
    assertThat(published.status()).as(published.body()).isEqualTo(200);

    JsonNode read = call("GET", "versions/api-1", "", "").json();
    assertThat(read.path("version").path("state").asString()).isEqualTo("coming");
    assertThat(read.path("version").path("note").asString()).isEqualTo("longer");
    assertThat(read.path("version").path("byRole").asString()).isEqualTo("administrator");
    assertThat(read.path("version").path("byYou").booleanValue()).isTrue();
    assertThat(read.path("policy").at("/intervals/withoutChildren").intValue()).isEqualTo(30);
    assertThat(call("GET", "versions", "", "").body())
        .contains("\"api-1\"", "\"standard-1\"")
        .doesNotContain("a-test-user");
    assertThat(call("GET", "drafts/api-1", "", "").status()).isEqualTo(404);
  }

  @Test
  void withoutSayingWhichRevisionOrWithAnOldOneNothingIsWritten() {
    call("PUT", "drafts/api-2", "", body(named("api-2"), ""));
    String longer = body(monthsWithoutChildren(named("api-2"), 30), "");

    assertThat(call("PUT", "drafts/api-2", "", longer).status()).isEqualTo(428);
    assertThat(call("PUT", "drafts/api-2", "\"7\"", longer).status()).isEqualTo(412);
    assertThat(call("PUT", "drafts/api-2", "*", longer).status()).isEqualTo(412);
    assertThat(call("DELETE", "drafts/api-2", "", "").status()).isEqualTo(428);
    assertThat(call("DELETE", "drafts/api-2", "\"7\"", "").status()).isEqualTo(412);
    assertThat(
            call(
                    "POST",
                    "drafts/api-2/publish",
                    "",
                    "{\"effectiveFrom\": \"2028-01-01\", \"note\": \"x\"}")
                .status())
        .isEqualTo(428);
    assertThat(
            call("GET", "drafts/api-2", "", "")
                .json()
                .at("/policy/intervals/withoutChildren")
                .intValue())
        .isEqualTo(12);
    assertThat(call("DELETE", "drafts/api-2", "\"1\"", "").status()).isEqualTo(204);
    assertThat(call("GET", "drafts/api-2", "", "").status()).isEqualTo(404);
  }

  @Test
  void validatingNamesEveryFaultAndKeepsNothing() {
    String bad =
        PolicyJson.of(named("api-3"))
            .toString()
            .replace("\"withChildren\":6", "\"withChildren\":60")
            .replace("\"overdueAfter\":7", "\"overdueAfter\":\"seven\"");
    Answer answer = call("POST", "validate", "", bad);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("faults").valueStream().map(f -> f.path("field").asString()))
        .contains("intervals.withChildren", "windows.overdueAfter");
    assertThat(answer.body())
        .contains("Choose a number from 1 to 12.", "Write a whole number.")
        .doesNotContain("seven");
    assertThat(call("POST", "validate", "", PolicyJson.of(named("api-3")).toString()).status())
        .isEqualTo(200);
    assertThat(call("GET", "drafts/api-3", "", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, drafts/api-4, '{', 400",
    "PUT, drafts/api-4, '{}', 422",
    "PUT, drafts/api-4, '[]', 400",
    "POST, drafts/api-4/publish, '{\"note\": \"x\"}', 422",
    "POST, drafts/api-4/publish, '{\"effectiveFrom\": \"2028-01-01\", \"note\": \"x\"}', 404",
    "GET, versions/nothing-like-it, '', 404",
    "GET, comparison?from=standard-1&to=nothing-like-it, '', 404",
    "GET, comparison?from=standard-1, '', 400",
    "GET, simulation?version=nothing-like-it, '', 404",
    "GET, simulation?version=standard-1&after=1;drop, '', 400"
  })
  void whatCannotBeDoneIsSaid(String method, String path, String body, int status) {
    assertThat(call(method, path, method.equals("POST") ? "\"1\"" : "", body).status())
        .isEqualTo(status);
  }

  @Test
  void theNameInTheAddressIsTheNameInThePolicy() {
    assertThat(call("PUT", "drafts/api-5", "", body(named("api-6"), "")).status()).isEqualTo(422);
    assertThat(call("GET", "drafts/api-6", "", "").status()).isEqualTo(404);
  }

  @Test
  void aComparisonIsInBothLanguages() {
    call("PUT", "drafts/api-7", "", body(monthsWithoutChildren(named("api-7"), 30), ""));
    JsonNode differences =
        call("GET", "comparison?from=standard-1&to=api-7", "", "").json().path("differences");
    JsonNode months =
        differences
            .valueStream()
            .filter(d -> d.path("field").asString().equals("intervals.withoutChildren"))
            .findFirst()
            .orElseThrow();

    assertThat(months.path("from").intValue()).isEqualTo(12);
    assertThat(months.at("/words/nl/to/0").asString()).isEqualTo("30 maanden");
    assertThat(months.at("/words/en/to/0").asString()).isEqualTo("30 months");
  }

  @Test
  void aSimulationGivesNumbersAndExamplesAndNobodysName() {
    call("PUT", "drafts/api-8", "", body(monthsWithoutChildren(named("api-8"), 30), ""));
    Answer answer = call("GET", "simulation?version=api-8", "", "");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/numbers/later/least").isIntegralNumber()).isTrue();
    assertThat(answer.json().path("examples").size()).isEqualTo(ExamplePatient.values().length);
    assertThat(answer.json().at("/examples/0/then/reasons/0").asString())
        .contains("Care has been open since");
    assertThat(answer.body()).doesNotContain("Patient/");
  }

  @Test
  void aProgramNeedsAScopeOnTheOrganisationItself() {
    for (String scope :
        new String[] {"", "patient/*.cruds", "system/*.cruds", "user/Task.cruds", "openid"}) {
      assertThat(call("kade", scope, "GET", "versions", "", "").status()).as(scope).isEqualTo(403);
    }
    assertThat(call("kade", "user/Organization.r", "GET", "versions", "", "").status())
        .isEqualTo(200);
    assertThat(
            call("kade", "user/Organization.r", "PUT", "drafts/api-9", "", body(named("api-9"), ""))
                .status())
        .isEqualTo(403);
  }

  @Test
  void anotherOrganisationReachesNothingOfIt() {
    Answer begun = call("PUT", "drafts/api-10", "", body(named("api-10"), ""));
    for (String path :
        new String[] {
          "drafts/api-10", "comparison?from=standard-1&to=api-10", "simulation?version=api-10"
        }) {
      assertThat(call("duin", SCOPE, "GET", path, "", "").status()).as(path).isEqualTo(404);
    }
    assertThat(call("duin", SCOPE, "GET", "drafts", "", "").body()).doesNotContain("api-10");
    assertThat(call("duin", SCOPE, "DELETE", "drafts/api-10", tag(begun), "").status())
        .isEqualTo(404);
    assertThat(call("GET", "drafts/api-10", "", "").status()).isEqualTo(200);
  }
}
