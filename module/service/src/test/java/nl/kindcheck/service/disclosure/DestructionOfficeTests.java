package nl.kindcheck.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;

/** A clinician takes the request, a privacy officer weighs and decides, by page and by program. */
class DestructionOfficeTests extends DisclosureTest {

  private Request asked(String patient, String... fields) {
    recorded("haven", patient);
    Launched session =
        Launches.session(DATABASE, "haven", "Patient/" + patient, "Encounter/e-" + patient);
    Answer answer = submit(session, "/app/disclosure/ask", fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(open(session, "/app/disclosure").body()).contains("Gevraagd");
    return as(
        () -> destructions.of(HAVEN, "Patient/" + patient).stream().findFirst().orElseThrow());
  }

  private static String[] byPatient() {
    return new String[] {
      "key", UUID.randomUUID().toString(), "child", "", "asker", "patient", "words", "Alles weg"
    };
  }

  @Test
  void anOfficerWeighsAndGrantsOnThePage() {
    Request request = asked("o-1", byPatient());
    Launched officer = Offices.session(DATABASE, "haven", Role.PRIVACY_OFFICER);
    String page = "/office/destruction/" + request.id();
    assertThat(open(officer, "/office/destruction").body()).contains("Patient/o-1");
    assertThat(open(officer, page).body()).contains("Alles weg", "Ik wijs het toe");
    Answer early = submit(officer, page, "step", "granted", "words", "");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("Weeg eerst");
    assertThat(submit(officer, page, "step", "refused", "words", " ").body())
        .contains("Schrijf op waarom");
    submit(officer, page, "step", "weighed", "words", "Geen ander belang");
    assertThat(submit(officer, page, "step", "granted", "words", "").status()).isEqualTo(303);
    assertThat(open(officer, page).body())
        .contains("Geen ander belang", "Dit kan nu vernietigd worden", request.id().toString());
    assertThat(submit(officer, page, "step", "refused", "words", "Toch niet").body())
        .contains("Hierover is al beslist");
  }

  @Test
  void aRecipientIsToldOnThePage() {
    Request request = asked("o-2", byPatient());
    UUID given = UUID.randomUUID();
    does(
        () ->
            handedOut.record(
                HAVEN,
                "Patient/o-2",
                given,
                HandedOut.What.PATIENT_EXPORT,
                null,
                "Huisarts Verzonnen",
                "Practitioner/p"));
    take(request.id(), DestructionStep.WEIGHED, "Geen ander belang");
    take(request.id(), DestructionStep.GRANTED, "");
    Launched officer = Offices.session(DATABASE, "haven", Role.ADMINISTRATOR);
    String page = "/office/destruction/" + request.id();
    assertThat(open(officer, page).body()).contains("Huisarts Verzonnen", "Is ingelicht");
    submit(officer, page + "/told", "given", given.toString());
    assertThat(open(officer, page).body()).contains("Dit kan nu vernietigd worden");
  }

  @Test
  void anotherOrganisationAndAnotherRoleSeeNothingOfIt() {
    Request request = asked("o-3", byPatient());
    String page = "/office/destruction/" + request.id();
    Launched other = Offices.session(DATABASE, "duin", Role.PRIVACY_OFFICER);
    assertThat(open(other, "/office/destruction").body()).doesNotContain("Patient/o-3");
    assertThat(open(other, page).status()).isEqualTo(404);
    Launched manager = Offices.session(DATABASE, "haven", Role.MANAGER);
    assertThat(open(manager, page).status()).isEqualTo(403);
  }

  private Answer call(String role, String path, String body) {
    String token = World.bearer(World.bearerClaims("haven", role, "openid"));
    var request = request(path).header("Authorization", "Bearer " + token);
    return send(
        body.isEmpty()
            ? request.GET()
            : request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void aProgramDoesTheSameForAPersonWhoDecides() {
    recorded("haven", "o-4");
    Answer created =
        call(
            "privacy-officer",
            "/destructions",
            "{\"patient\": \"Patient/o-4\", \"asker\": \"representative\", \"words\": \"Weg\"}");
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    String path = "/destructions/" + created.json().path("id").asString();
    assertThat(call("privacy-officer", path + "/steps", "{\"step\": \"granted\"}").status())
        .isEqualTo(422);
    call("privacy-officer", path + "/steps", "{\"step\": \"weighed\", \"words\": \"Geen\"}");
    assertThat(call("administrator", path + "/steps", "{\"step\": \"granted\"}").body())
        .contains("\"granted\"", "\"weighed\"");
    assertThat(call("manager", path, "").status()).isEqualTo(403);
    assertThat(call("privacy-officer", "/destructions", "{\"patient\": \"x\"}").status())
        .isEqualTo(422);
  }

  @Test
  void toWhomIsAskedBeforeAnythingIsShown() {
    recorded("haven", "o-5");
    Launched session = Launches.session(DATABASE, "haven", "Patient/o-5", "Encounter/e-o-5");
    String key = UUID.randomUUID().toString();
    Answer answer =
        submit(session, "/app/disclosure/hand", "key", key, "child", "", "recipient", " ");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Schrijf op wie het krijgt");
    assertThat(open(session, "/app/disclosure/handed/" + key).status()).isEqualTo(404);
  }
}
