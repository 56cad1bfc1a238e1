package nl.kindcheck.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;

/** One child's part goes; the rest of the family's record stays and can still be worked with. */
class ChildRemovalTests extends DisclosureTest {

  private static final String NOTE =
      "{\"linkId\": \"children.own-words\", \"answer\": [{\"valueString\": \"%s\"}]}, ";

  /** Two children, each with a name and a word of its own. */
  private static String twoChildren(String patient) {
    String body = Bodies.twoChildren(patient, "e-" + patient, DAY);
    for (String name : List.of("Noor", "Sam")) {
      String label = "{\"linkId\": \"children.label\", \"answer\": [{\"valueString\": \"%s\"}]},";
      body =
          body.replace(
              label.formatted(name),
              label.formatted(name + "-" + patient) + NOTE.formatted("Woorden-" + name + patient));
    }
    return body;
  }

  private static ChildId child(String patient, String name) {
    List<String> ids =
        column(
            "SELECT DISTINCT child_id::text FROM statement WHERE family_id = ? AND claim::text LIKE"
                + " ?",
            family(patient),
            "%" + name + "-" + patient + "%");
    assertThat(ids).hasSize(1);
    return new ChildId(UUID.fromString(ids.get(0)));
  }

  private void destroyed(String patient, String name) {
    UUID request = granted(patient, child(patient, name));
    assertThat(command(0, request.toString())).contains("the child's part is destroyed");
  }

  @Test
  void aChildsPartGoesOutOfEveryTableAndTheOthersStay() {
    String id = idIn(fhirPost("haven", RESPONSE, twoChildren("c-1")));
    String body = amended(twoChildren("c-1"), id, "Vergissing over Noor-c-1");
    assertThat(amend("haven", id, "W/\"1\"", body.replace("Woorden-Noor", "Anders-Noor")).status())
        .isEqualTo(200);
    ChildId noor = child("c-1", "Noor");
    ChildId sam = child("c-1", "Sam");
    FullFamily.fill(World.HAVEN, family("c-1"), "Patient/c-1", "Heidehof");
    asSuperuser(
        "UPDATE meldcode_event SET event = jsonb_build_object('children', jsonb_build_array(?, ?))"
            + " WHERE family_id = ?",
        noor.toString(),
        sam.toString(),
        family("c-1"));
    List<String> gone = List.of("Woorden-Noorc-1", "Anders-Noorc-1", noor.toString());
    assertThat(found(gone)).hasSizeGreaterThan(4);

    UUID request = granted("c-1", noor);
    does(
        () ->
            destructions
                .untold(HAVEN, destructions.require(HAVEN, request))
                .forEach(given -> destructions.told(HAVEN, request, given.id(), "u-officer")));
    command(0, request.toString());

    assertThat(found(gone)).isEmpty();
    assertThat(found(List.of("Noor-c-1")))
        .as("why something was corrected is a free text of somebody else's")
        .isSubsetOf("Noor-c-1 in response");
    assertThat(found(List.of(sam.toString(), "Woorden-Samc-1")))
        .contains(sam + " in statement", sam + " in meldcode_event", "Woorden-Samc-1 in response");
    assertThat(ids(fhirGet("haven", "RelatedPerson?patient=Patient/c-1")))
        .containsExactly(sam.toString());
    assertThat(count("SELECT count(*) FROM destroyed WHERE what = 'child'")).isEqualTo(1);
  }

  @Test
  void whoIsLeftIsStillTheSameChildWhenTheResponseIsAmended() {
    String id = idIn(fhirPost("haven", RESPONSE, twoChildren("c-2")));
    ChildId sam = child("c-2", "Sam");
    destroyed("c-2", "Noor");
    String stored = fhirGet("haven", RESPONSE + "/" + id).body();
    assertThat(stored).contains(sam.toString()).doesNotContain("Noor");

    String again =
        stored
            .replaceFirst("\"meta\":\\{[^}]*},", "")
            .replace("\"status\":\"completed\"", "\"status\":\"amended\"")
            .replace(
                "\"questionnaire\":",
                "\"extension\":[{\"url\":\"https://kindcheck.example/fhir/StructureDefinition/amendment-reason\",\"valueString\":\"Ander\"}],\"questionnaire\":")
            .replace("Woorden-Sam", "Nieuw-Sam");
    assertThat(amend("haven", id, "W/\"1\"", again).status()).isEqualTo(200);
    assertThat(ids(fhirGet("haven", "RelatedPerson?patient=Patient/c-2")))
        .containsExactly(sam.toString());
  }

  @Test
  void aChildsPartIsDestroyedAgainAfterARestore() {
    fhirPost("haven", RESPONSE, twoChildren("c-3"));
    ChildId noor = child("c-3", "Noor");
    asSuperuser("CREATE SCHEMA kept_child");
    for (String table : List.of("statement", "response")) {
      asSuperuser("CREATE TABLE kept_child.%s AS TABLE public.%s".formatted(table, table));
    }
    destroyed("c-3", "Noor");
    assertThat(found(noor.toString())).isEmpty();
    asSuperuser("DELETE FROM statement WHERE family_id = ?", family("c-3"));
    asSuperuser("DELETE FROM response WHERE family_id = ?", family("c-3"));
    for (String table : List.of("statement", "response")) {
      asSuperuser(
          "INSERT INTO public.%s OVERRIDING SYSTEM VALUE SELECT * FROM kept_child.%s WHERE family_id = ?"
              .formatted(table, table),
          family("c-3"));
    }
    asSuperuser("DROP SCHEMA kept_child CASCADE");
    assertThat(found(noor.toString())).isNotEmpty();

    assertThat(command(0, "again")).contains("a child's part");
    assertThat(found(List.of(noor.toString(), "Woorden-Noorc-3"))).isEmpty();
  }
}
