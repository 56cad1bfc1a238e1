package nl.kindcheck.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * Over generated families: each answer has a word of its own, and those that are shielded are in no
 * summary, on no paper, in nothing under a patient scope and in no export for the patient.
 */
class ShieldedPartsProperties extends DisclosureTest {

  private static final int FAMILIES = 12;
  private static final String BASE = "https://kindcheck.example/fhir/";
  private static final List<String> PERSPECTIVES =
      List.of("", "parent", "child", "other-parent", "third-party", "home-visit", "clinician");

  /** A generated response, with the words that may not leave and those that may. */
  private static final class Talk {

    private final Random random;
    private final String patient;
    private final List<String> items = new ArrayList<>();
    private final List<String> shielded = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int words;

    Talk(long seed, String patient) {
      this.random = new Random(seed);
      this.patient = patient;
      String inChild =
          "{\"linkId\": \"children\", \"item\": ["
              + String.join(
                  ",",
                  List.of(
                      text("children.label", "parent", false),
                      date(),
                      Bodies.coded("children.relation", "relation", "own"),
                      Bodies.coded("children.residence", "residence", "with-patient"),
                      Bodies.coded("children.wellbeing", "wellbeing", "goes-well"),
                      Bodies.coded("children.over-adaptation", "over-adaptation", "not-seen"),
                      Bodies.coded("children.illness-explained", "illness-explained", "not-yet"),
                      text("children.own-words", any(), true),
                      domain("child"),
                      domain("parent"),
                      domain("family")))
              + "]}";
      items.add(Bodies.outcome(random.nextInt(3) == 0 ? "safety-concern" : "goes-well"));
      items.add(inChild);
      items.add(Bodies.coded("pregnancy", "pregnancy", "no"));
      items.add(Bodies.coded("partner-children", "answer", "no"));
      items.add(Bodies.coded("other-carers", "answer", "no"));
      items.add(Bodies.coded("gut-feeling", "gut-feeling", "niet-pluis"));
      items.add(Bodies.coded("discussed", "answer", "no"));
      items.add(text("discussed-reason", "", true));
      items.add(text("parent-words", "", false));
    }

    String body() {
      return Bodies.response(patient, "e-" + patient, DAY, String.join(",", items));
    }

    private String any() {
      return PERSPECTIVES.get(random.nextInt(PERSPECTIVES.size()));
    }

    private static String date() {
      return "{\"linkId\": \"children.birth\", \"answer\": [{\"valueDate\": \"2019-03\"}]}";
    }

    private String domain(String domain) {
      String by = any();
      boolean others = !by.isEmpty() && !by.equals("parent");
      String in = "children.domain-" + domain;
      return "{\"linkId\": \"%s\", \"item\": [%s, %s]}"
          .formatted(
              in,
              text(in + ".strengths", by, others && !by.equals("clinician")),
              text(in + ".concerns", by, others));
    }

    private String text(String linkId, String by, boolean kept) {
      String word = "Geheim%d%sx".formatted(++words, patient.replace("-", ""));
      (kept ? shielded : open).add(word);
      String extension =
          by.isEmpty()
              ? ""
              : ", \"extension\": [{\"url\": \"%sStructureDefinition/perspective\", \"valueCode\": \"%s\"}]"
                  .formatted(BASE, by);
      return "{\"linkId\": \"%s\", \"answer\": [{\"valueString\": \"%s\"%s}]}"
          .formatted(linkId, word, extension);
    }
  }

  private String pdf(Launched session, String path) {
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  request(path).header("Cookie", session.cookie()).GET().build(),
                  BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      try (var document = Loader.loadPDF(answer.body())) {
        return new PDFTextStripper().getText(document);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String underPatientScope(String patient, String path) {
    String token =
        World.bearer(
            World.bearerClaims("haven", "clinician", "patient/*.cruds").claim("patient", patient));
    return send(request("/fhir/" + path).header("Authorization", "Bearer " + token)).body();
  }

  private String handed(Launched session) {
    String key = UUID.randomUUID().toString();
    Answer answer =
        submit(
            session,
            "/app/disclosure/hand",
            "key",
            key,
            "child",
            "",
            "recipient",
            "Anna Verzonnen");
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return "/app/disclosure/handed/" + key;
  }

  @Test
  void whatIsShieldedNeverLeaves() {
    int shielded = 0;
    int open = 0;
    for (int seed = 0; seed < FAMILIES; seed++) {
      String patient = "sp-" + seed;
      Talk talk = new Talk(seed, patient);
      Answer created = fhirPost("haven", RESPONSE, talk.body());
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      String id = idIn(created);
      Launched session =
          Launches.session(DATABASE, "haven", "Patient/" + patient, "Encounter/e-" + patient);
      String summary = "/app/kindcheck/summary/" + id;
      List<String> ways = new ArrayList<>();
      ways.add(open(session, summary).body());
      ways.add(pdf(session, summary + "/pdf"));
      String handed = handed(session);
      ways.add(open(session, handed).body());
      ways.add(open(session, handed + "/bundle").body());
      for (String path :
          List.of(
              "Observation?patient=",
              "RelatedPerson?patient=",
              "Provenance?patient=",
              "QuestionnaireResponse?patient=",
              "Flag?patient=",
              "Task?patient=")) {
        ways.add(underPatientScope(patient, path + "Patient/" + patient));
      }
      ways.add(underPatientScope(patient, RESPONSE + "/" + id));
      ways.add(underPatientScope(patient, RESPONSE + "/" + id + "/_history/1"));
      ways.add(underPatientScope(patient, "Patient/" + patient + "/$kindcheck-status"));
      for (String way : ways) {
        assertThat(way).as("Seed " + seed).doesNotContain("niet-pluis", "safety-concern");
        for (String word : talk.shielded) {
          assertThat(way).as("Seed " + seed).doesNotContain(word);
        }
      }
      String all = fhirGet("haven", "Observation?patient=Patient/" + patient).body();
      assertThat(all).contains(talk.shielded).contains(talk.open);
      String read = String.join("", ways);
      open += (int) talk.open.stream().filter(read::contains).count();
      shielded += talk.shielded.size();
    }
    assertThat(open).isGreaterThan(FAMILIES * 3);
    assertThat(shielded).isGreaterThan(FAMILIES * 3);
  }
}
