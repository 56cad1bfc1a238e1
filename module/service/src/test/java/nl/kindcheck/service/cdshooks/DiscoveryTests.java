package nl.kindcheck.service.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Discovery, and the ledger line that every call leaves at the organisation that called. */
class DiscoveryTests extends HooksTest {

  private static final Set<String> PLAIN_PARAMETERS = Set.of("patient", "code", "_sort", "_count");

  private List<JsonNode> services() {
    List<JsonNode> services = new ArrayList<>();
    discover(World.hookToken("haven", DISCOVERY)).json().path("services").forEach(services::add);
    return services;
  }

  @Test
  void offersThreeHooksUnderOneIdSoThatANewerCardReplacesAnOlderOne() {
    assertThat(services())
        .extracting(s -> s.path("hook").asString())
        .containsExactlyInAnyOrder("encounter-start", "patient-view", "encounter-discharge");
    assertThat(services()).extracting(s -> s.path("id").asString()).containsOnly("kindcheck");
    assertThat(services())
        .allSatisfy(
            s -> {
              assertThat(s.path("title").asString()).isNotBlank();
              assertThat(s.path("description").asString()).isNotBlank();
            });
  }

  @Test
  void asksForNothingButReadsAndPlainSearches() {
    for (JsonNode service : services()) {
      assertThat(service.path("prefetch").size()).isPositive();
      for (JsonNode template : service.path("prefetch")) {
        String query = template.asString();
        if (query.contains("?")) {
          for (String parameter : query.substring(query.indexOf('?') + 1).split("&", -1)) {
            assertThat(PLAIN_PARAMETERS).as(query).contains(parameter.split("=", -1)[0]);
          }
        } else {
          assertThat(query).matches("[A-Z][A-Za-z]+/\\{\\{context\\.[a-zA-Z]+}}");
        }
      }
    }
  }

  @Test
  void asksForAnEncounterOnlyWhereTheHookHasOne() {
    for (JsonNode service : services()) {
      boolean aboutEncounter = service.path("hook").asString().startsWith("encounter");
      assertThat(service.path("prefetch").has("encounter")).isEqualTo(aboutEncounter);
      assertThat(service.path("prefetch").toString().contains("context.encounterId"))
          .isEqualTo(aboutEncounter);
    }
  }

  @Test
  void isNotShownWithoutAToken() {
    Answer answer = send(request(DISCOVERY));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void isNotShownWithATokenForTheHook() {
    assertThat(discover(World.hookToken("haven", HOOK)).status()).isEqualTo(401);
  }

  @Test
  void isNotShownASecondTimeToTheSameToken() {
    String token = World.hookToken("haven", DISCOVERY);
    assertThat(discover(token).status()).isEqualTo(200);
    assertThat(discover(token).status()).isEqualTo(401);
  }

  @Test
  void describesItselfInEnglishToWhoWantsThat() {
    Answer english =
        send(
            request(DISCOVERY)
                .header("Authorization", "Bearer " + World.hookToken("haven", DISCOVERY))
                .header("Accept-Language", "en"));
    assertThat(english.body()).contains("Says whether a Kindcheck is due");
    assertThat(services().get(0).toString()).contains("Zegt of een Kindcheck aan de beurt is");
  }

  @Test
  void leavesALineOfDiscoveryAtTheCallersOrganisationOnly() {
    Set<UUID> before = lineIds();
    discover(World.hookToken("duin", DISCOVERY));
    assertThat(newLines(before)).containsExactly(World.DUIN + " discovery discovery");
  }

  @Test
  void leavesALineOfAHookAtTheCallersOrganisationOnly() {
    String body = Bodies.intake("c-line", "c-line-e", DAY);
    hook("haven", body);
    assertThat(lines(World.HAVEN, instanceOf(body))).containsExactly("card");
    assertThat(lines(World.DUIN, instanceOf(body))).isEmpty();
  }

  @Test
  void leavesALineOfAnAnswerWithoutACard() {
    String body = intake("c-line2", b -> prefetch(b).set("patient", dead("c-line2")));
    hook("haven", body);
    assertThat(lines(World.HAVEN, instanceOf(body))).containsExactly("no-card");
  }

  @Test
  void leavesALineOfACallThatIsRefusedForItsData() {
    String body = intake("c-line3", b -> prefetch(b).putNull("patient"));
    assertThat(hook("haven", body).status()).isEqualTo(412);
    assertThat(lines(World.HAVEN, instanceOf(body))).containsExactly("refused");
    assertThat(lines(World.DUIN, instanceOf(body))).isEmpty();
  }

  @Test
  void leavesALineOfACallThatCannotBeRead() {
    Set<UUID> before = lineIds();
    assertThat(hook("duin", "{").status()).isEqualTo(400);
    assertThat(newLines(before)).containsExactly(World.DUIN + " hook refused");
  }

  @Test
  void leavesALineOfFeedback() {
    Set<UUID> before = lineIds();
    assertThat(call(FEEDBACK, "{\"feedback\": []}").status()).isEqualTo(200);
    assertThat(newLines(before)).containsExactly(World.HAVEN + " feedback feedback");
  }

  @Test
  void leavesALineOfFeedbackThatIsRefused() {
    Set<UUID> before = lineIds();
    assertThat(call(FEEDBACK, "{\"feedback\": [{}]}").status()).isEqualTo(422);
    assertThat(newLines(before)).containsExactly(World.HAVEN + " feedback refused");
  }

  @Test
  void leavesALineOfAReplayedToken() {
    String body = Bodies.intake("c-line4", "c-line4-e", DAY);
    String token = "Bearer " + World.hookToken("haven", HOOK);
    call(HOOK, token, body);
    call(HOOK, token, body);
    assertThat(lines(World.HAVEN, instanceOf(body))).containsExactlyInAnyOrder("card", "replayed");
  }

  @Test
  void leavesNothingOfACallerWhoIsNobody() {
    Set<UUID> before = lineIds();
    send(request(HOOK).POST(BodyPublishers.ofString(Bodies.intake("c-line5", "e", DAY))));
    assertThat(newLines(before)).isEmpty();
    assertThat(count("family WHERE patient_ref = 'Patient/c-line5'")).isZero();
  }

  private static JsonNode dead(String patient) {
    return json(
        "{\"resourceType\": \"Patient\", \"id\": \"%s\", \"deceasedBoolean\": true}"
            .formatted(patient));
  }

  private static Set<UUID> lineIds() {
    return new HashSet<>(stored(UUID.class, "SELECT call_id FROM hook_call"));
  }

  private static List<String> newLines(Set<UUID> before) {
    return stored(
        String.class,
        "SELECT tenant_id || ' ' || kind || ' ' || outcome FROM hook_call WHERE NOT call_id ="
            + " ANY(?)",
        (Object) before.toArray(new UUID[0]));
  }
}
