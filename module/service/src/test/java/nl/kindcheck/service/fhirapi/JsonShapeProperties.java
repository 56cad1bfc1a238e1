package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever value of a response is of the wrong kind: its exact place is named, the rest stays. */
class JsonShapeProperties {

  private static final FhirContext R4 = FhirContext.forR4Cached();

  /** One value in the JSON and where FHIRPath says that it stands. */
  private record Spot(JsonNode in, String name, int index, String path) {

    JsonNode value() {
      return in instanceof ArrayNode all ? all.get(index) : in.get(name);
    }

    void spoil(Random random) {
      JsonNodeFactory json = JsonNodeFactory.instance;
      JsonNode wrong =
          value().isString()
              ? json.numberNode(random.nextInt())
              : value().isArray() ? json.objectNode() : json.stringNode("nonsense");
      if (in instanceof ArrayNode all) {
        all.set(index, wrong);
      } else {
        ((ObjectNode) in).set(name, wrong);
      }
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  private static ObjectNode response(Random random) {
    List<String> items = new ArrayList<>(List.of(Bodies.outcome("goes-well"), Bodies.once()));
    for (int i = random.nextInt(3); i >= 0; i--) {
      items.add(random.nextInt(items.size() + 1), Bodies.child("Bo" + i, "2019-0" + (i + 1)));
    }
    String answerInAnswer =
        "{\"linkId\": \"parent-words\", \"text\": \"Wat zei de ouder?\", \"answer\": ["
            + "{\"valueString\": \"Zo.\", \"item\": [%s]}, {\"valueBoolean\": true}]}";
    items.add(answerInAnswer.formatted(Bodies.child("Sam", "2019")));
    String body = Bodies.response("p", "e", "2026-06-01", String.join(",", items));
    return (ObjectNode) StrictJson.object(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aWrongValueIsNamedAtItsPlaceAndTheOthersKeepTheirs(long seed) {
    Random random = new Random(seed);
    ObjectNode json = response(random);
    List<String> before = linkIds(json);
    List<Spot> spots = new ArrayList<>();
    collect(json, "QuestionnaireResponse", spots);
    Spot spot = spots.get(random.nextInt(spots.size()));
    spot.spoil(random);

    List<Refused.Fault> faults = JsonShape.takeOutUnreadable(R4, json);

    assertThat(faults).extracting(Refused.Fault::field).containsExactly(spot.path());
    List<String> after = linkIds(json);
    if (!spot.path().equals("QuestionnaireResponse.item")) {
      assertThat(after).hasSameSizeAs(before);
    }
    for (int i = 0; i < after.size(); i++) {
      assertThat(after.get(i)).isIn(before.get(i), "");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSoundResponseStaysAsItIs(long seed) {
    ObjectNode json = response(new Random(seed));
    String before = R4.newJsonParser().encodeResourceToString(parsed(json));
    assertThat(JsonShape.takeOutUnreadable(R4, json)).isEmpty();
    assertThat(R4.newJsonParser().encodeResourceToString(parsed(json))).isEqualTo(before);
  }

  private static QuestionnaireResponse parsed(ObjectNode json) {
    return R4.newJsonParser().parseResource(QuestionnaireResponse.class, json.toString());
  }

  private static List<String> linkIds(ObjectNode json) {
    return parsed(json).getItem().stream()
        .map(item -> item.hasLinkId() ? item.getLinkId() : "")
        .toList();
  }

  private static void collect(JsonNode node, String path, List<Spot> spots) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String here = path + "." + field.getKey().replaceFirst("^value[A-Z].*", "value");
      if (!field.getKey().equals("resourceType")) {
        spots.add(new Spot(node, field.getKey(), -1, here));
        collect(field.getValue(), here, spots);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String here = "%s[%d]".formatted(path, i);
      spots.add(new Spot(node, "", i, here));
      collect(node.get(i), here, spots);
    }
  }
}
