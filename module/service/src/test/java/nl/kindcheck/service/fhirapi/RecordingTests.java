package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;

/** A response that is recorded, and one that comes twice. */
class RecordingTests extends FhirTest {

  @Test
  void aCompleteResponseComesBackWithItsAddressAndVersion() {
    Answer created = fhirPost("haven", RESPONSE, Bodies.twoChildren("f-rec-1", "f-e1", DAY));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    assertThat(created.json().path("resourceType").asString()).isEqualTo(RESPONSE);
    String id = created.json().path("id").asString();
    assertThat(created.http().headers().firstValue("Location"))
        .contains(World.PUBLIC_URL + "/fhir/QuestionnaireResponse/" + id + "/_history/1");
    assertThat(created.http().headers().firstValue("ETag")).contains("W/\"1\"");
    assertThat(created.json().path("meta").path("versionId").asString()).isEqualTo("1");
    Answer read = fhirGet("haven", RESPONSE + "/" + id);
    assertThat(read.json()).isEqualTo(created.json());
    assertThat(rows("response", "f-rec-1")).isEqualTo(1);
    assertThat(rows("statement", "f-rec-1")).isGreaterThan(10);
  }

  @Test
  void aBareTickIsStoredAsIncompleteAndToldWhatItLacks() {
    Answer tick = fhirPost("haven", RESPONSE, Bodies.bareTick("f-rec-2", "f-e2", DAY));
    assertThat(tick.status()).isEqualTo(201);
    assertThat(tick.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(expressions(tick))
        .contains(
            "QuestionnaireResponse.item.where(linkId='children')",
            "QuestionnaireResponse.item.where(linkId='gut-feeling')");
    assertThat(tick.http().headers().firstValue("ETag")).contains("W/\"1\"");
    assertThat(fhirGet("haven", RESPONSE + "/" + idIn(tick)).status()).isEqualTo(200);
    assertThat(fhirGet("haven", "Patient/f-rec-2/$kindcheck-status").body())
        .doesNotContain("\"last\"");
  }

  @Test
  void whoPrefersTheResourceGetsItEvenWhenIncomplete() {
    Answer tick =
        post(
            "haven",
            RESPONSE,
            Bodies.bareTick("f-rec-3", "f-e3", DAY),
            "Prefer",
            "return=representation");
    assertThat(tick.status()).isEqualTo(201);
    assertThat(tick.json().path("resourceType").asString()).isEqualTo(RESPONSE);
  }

  @Test
  void whoPrefersTheOutcomeGetsItEvenWhenComplete() {
    Answer created =
        post(
            "haven",
            RESPONSE,
            Bodies.twoChildren("f-rec-4", "f-e4", DAY),
            "Prefer",
            "return=OperationOutcome");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
    assertThat(created.json().path("issue").path(0).path("severity").asString())
        .isEqualTo("information");
  }

  @Test
  void whoPrefersNothingGetsNoBody() {
    Answer created =
        post(
            "haven",
            RESPONSE,
            Bodies.twoChildren("f-rec-5", "f-e5", DAY),
            "Prefer",
            "return=minimal");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).isEmpty();
  }

  @Test
  void whatIsMissingOfAChildIsNamedAtThatChild() {
    String half =
        """
        {"linkId": "children", "item": [{"linkId": "children.label", "answer": [{"valueString": "Bo"}]}]}\
        """;
    Answer created =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.response(
                "f-rec-6",
                "f-e6",
                DAY,
                String.join(",", Bodies.outcome("goes-well"), half, Bodies.once())));
    assertThat(expressions(created))
        .contains(
            "QuestionnaireResponse.item.where(linkId='children')[0].item.where(linkId='children.birth')");
  }

  @Test
  void theSameIdentifierAgainGivesTheSameResult() {
    String body = identified(Bodies.twoChildren("f-rec-7", "f-e7", DAY), "f-7");
    Answer first = fhirPost("haven", RESPONSE, body);
    Answer again = fhirPost("haven", RESPONSE, body);
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(rows("response", "f-rec-7")).isEqualTo(1);
  }

  @Test
  void anIncompleteOneSentAgainIsToldAgainWhatItLacks() {
    String body = identified(Bodies.bareTick("f-rec-8", "f-e8", DAY), "f-8");
    Answer first = fhirPost("haven", RESPONSE, body);
    Answer again = fhirPost("haven", RESPONSE, body);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(idIn(again)).isEqualTo(idIn(first));
  }

  @Test
  void eightTimesTheSameIdentifierAtOnceIsRecordedOnce() {
    String body = identified(Bodies.twoChildren("f-rec-9", "f-e9", DAY), "f-9");
    Callable<Answer> sending = () -> fhirPost("haven", RESPONSE, body);
    List<Answer> answers = atOnce(Collections.nCopies(8, sending));
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).hasSize(8).containsOnly(answers.get(0).body());
    assertThat(rows("response", "f-rec-9")).isEqualTo(1);
  }

  @Test
  void theSameIdentifierWithOtherContentIsRefused() {
    fhirPost("haven", RESPONSE, identified(Bodies.twoChildren("f-rec-10", "e", DAY), "f-10"));
    Answer other =
        fhirPost("haven", RESPONSE, identified(Bodies.bareTick("f-rec-10", "e", DAY), "f-10"));
    refused(other, 409, "QuestionnaireResponse.identifier");
    assertThat(rows("response", "f-rec-10")).isEqualTo(1);
  }

  @Test
  void theSameIdentifierForAnotherPatientIsRefused() {
    fhirPost("haven", RESPONSE, identified(Bodies.bareTick("f-rec-11", "e", DAY), "f-11"));
    Answer other =
        fhirPost("haven", RESPONSE, identified(Bodies.bareTick("f-rec-12", "e", DAY), "f-11"));
    refused(other, 409, "QuestionnaireResponse.identifier");
    assertThat(rows("response", "f-rec-12")).isZero();
  }

  @Test
  void theSameIdentifierForTwoPatientsAtOnceIsRecordedOnce() {
    Callable<Answer> one =
        () ->
            fhirPost("haven", RESPONSE, identified(Bodies.bareTick("f-rec-13", "e", DAY), "f-13"));
    Callable<Answer> two =
        () ->
            fhirPost("haven", RESPONSE, identified(Bodies.bareTick("f-rec-14", "e", DAY), "f-13"));
    List<Answer> answers = atOnce(List.of(one, two));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    assertThat(rows("response", "f-rec-13") + rows("response", "f-rec-14")).isEqualTo(1);
  }

  @Test
  void anotherOrganisationMayUseTheSameIdentifier() {
    String body = identified(Bodies.bareTick("f-rec-15", "e", DAY), "f-15");
    Answer haven = fhirPost("haven", RESPONSE, body);
    Answer duin = fhirPost("duin", RESPONSE, body);
    assertThat(duin.status()).isEqualTo(201);
    assertThat(idIn(duin)).isNotEqualTo(idIn(haven));
  }

  @Test
  void twoCliniciansSavingAtOnceAreBothRecordedInOrder() {
    List<Callable<Answer>> savings =
        List.of(
            () -> fhirPost("haven", RESPONSE, Bodies.twoChildren("f-rec-16", "ea", DAY)),
            () -> fhirPost("haven", RESPONSE, Bodies.twoChildren("f-rec-16", "eb", DAY)),
            () -> fhirPost("haven", RESPONSE, Bodies.bareTick("f-rec-16", "ec", DAY)),
            () -> fhirPost("haven", RESPONSE, Bodies.bareTick("f-rec-16", "ed", DAY)));
    assertThat(atOnce(savings)).extracting(Answer::status).containsOnly(201);
    assertThat(rows("response", "f-rec-16")).isEqualTo(4);
    assertThat(
            count(
                "SELECT count(DISTINCT recorded_at) FROM response r JOIN family f USING (family_id)"
                    + " WHERE f.patient_ref = 'Patient/f-rec-16'"))
        .isEqualTo(4);
    assertThat(count("SELECT version FROM family WHERE patient_ref = 'Patient/f-rec-16'"))
        .isEqualTo(4);
    assertThat(
            fhirGet("haven", "RelatedPerson?patient=Patient/f-rec-16").json().path("entry").size())
        .isEqualTo(2);
  }
}
