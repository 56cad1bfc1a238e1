package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a response says: a fault is named at the place where it stands, and none is hidden. */
class FaultPlacesProperties {

  /** Each is a date that cannot be, for the question it stands at. */
  private static final Map<String, String> IMPLAUSIBLE =
      Map.of(
          "children.birth", "1890-05",
          "pregnancy-expected", "2031",
          "postponed-until", "2027-01-01",
          "follow-up.date", "2025-01-01");

  /** A place in a response. */
  private record Spot(String path, QuestionnaireResponseItemComponent item) {

    boolean isGroup() {
      return item.getAnswer().isEmpty();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aGeneratedResponseHasNoFault(long seed) {
    assertThat(Readings.faults(new GeneratedResponse(new Random(seed)).response())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneFaultIsNamedAtItsPlaceAndNowhereElse(long seed) {
    Random random = new Random(seed);
    QuestionnaireResponse response = new GeneratedResponse(random).response();
    List<Spot> spots = spots(response);
    if (spots.isEmpty()) {
      return;
    }
    Spot spot = spots.get(random.nextInt(spots.size()));
    String place = random.nextBoolean() ? inValue(spot, random) : around(spot, random);
    assertThat(Readings.faults(response)).extracting(Fault::expression).containsExactly(place);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void severalFaultsAreAllNamedAtOnce(long seed) {
    Random random = new Random(seed);
    QuestionnaireResponse response = new GeneratedResponse(random).response();
    List<Spot> spots = spots(response);
    Collections.shuffle(spots, random);
    List<String> places = new ArrayList<>();
    for (Spot spot : spots.subList(0, Math.min(spots.size(), 1 + random.nextInt(5)))) {
      if (!spot.isGroup()) {
        places.add(inValue(spot, random));
      }
    }
    assertThat(Readings.faults(response))
        .extracting(Fault::expression)
        .containsExactlyInAnyOrderElementsOf(places);
  }

  private static List<Spot> spots(QuestionnaireResponse response) {
    List<Spot> spots = new ArrayList<>();
    collect(response.getItem(), "QuestionnaireResponse", spots);
    return spots;
  }

  private static void collect(
      List<QuestionnaireResponseItemComponent> items, String path, List<Spot> spots) {
    for (int i = 0; i < items.size(); i++) {
      String here = "%s.item[%d]".formatted(path, i);
      spots.add(new Spot(here, items.get(i)));
      collect(items.get(i).getItem(), here, spots);
    }
  }

  /** Spoils one answer of a question, or a group by an answer; gives the place of the fault. */
  private static String inValue(Spot spot, Random random) {
    if (spot.isGroup()) {
      spot.item().addAnswer().setValue(new StringType("Sam"));
      return spot.path() + ".answer[0]";
    }
    int index = random.nextInt(spot.item().getAnswer().size());
    QuestionnaireResponseItemAnswerComponent answer = spot.item().getAnswer().get(index);
    String here = "%s.answer[%d]".formatted(spot.path(), index);
    switch (random.nextInt(5)) {
      case 0 -> answer.setValue(null);
      case 1 -> answer.setValue(new IntegerType(3));
      case 2 -> {
        answer.addExtension(new Extension(Extensions.PERSPECTIVE, new CodeType("neighbour")));
        return here + ".extension[0].value";
      }
      case 3 -> {
        answer.addItem().setLinkId("outcome");
        return here + ".item[0]";
      }
      default -> wrongValue(spot.item().getLinkId(), answer, random);
    }
    return here + ".value";
  }

  private static void wrongValue(
      String linkId, QuestionnaireResponseItemAnswerComponent answer, Random random) {
    if (answer.getValue() instanceof Coding) {
      answer.setValue(new Coding("https://elsewhere.example", "x", null));
    } else if (IMPLAUSIBLE.containsKey(linkId)) {
      answer.setValue(new DateType(IMPLAUSIBLE.get(linkId)));
    } else if (answer.getValue() instanceof StringType) {
      String text = random.nextBoolean() ? " " : "Sam 123456782";
      answer.setValue(new StringType(text));
    } else {
      answer.setValue(new StringType("ja"));
    }
  }

  /** Spoils what stands around the answers; gives the place of the fault. */
  private static String around(Spot spot, Random random) {
    QuestionnaireResponseItemComponent item = spot.item();
    switch (random.nextInt(3)) {
      case 0 -> {
        item.addModifierExtension(
            new Extension("https://elsewhere.example", new BooleanType(true)));
        return spot.path() + ".modifierExtension[0]";
      }
      case 1 -> {
        item.setText("Sam 123456782");
        return spot.path() + ".text";
      }
      default -> {
        return spot.isGroup() ? inGroup(spot, random) : inQuestion(spot, random);
      }
    }
  }

  private static String inGroup(Spot spot, Random random) {
    String place = "%s.item[%d]".formatted(spot.path(), spot.item().getItem().size());
    switch (random.nextInt(3)) {
      case 0 -> spot.item().addItem(Form.text("nobody-knows", "Sam"));
      case 1 -> spot.item().addItem(Form.outcome("goes-well"));
      default -> {
        List<QuestionnaireResponseItemComponent> there = spot.item().getItem();
        spot.item().addItem(there.get(random.nextInt(there.size())).copy());
        return place;
      }
    }
    return place + ".linkId";
  }

  private static String inQuestion(Spot spot, Random random) {
    if (random.nextBoolean()) {
      spot.item().addItem(Form.text("reason", "Zo."));
      return spot.path() + ".item[0]";
    }
    int answers = spot.item().getAnswer().size();
    spot.item().addAnswer(spot.item().getAnswerFirstRep().copy());
    boolean repeats = spot.item().getLinkId().matches(".*\\.(strengths|concerns)");
    if (repeats) {
      IntStream.range(0, answers).forEach(i -> spot.item().getAnswer().get(i).setItem(null));
      spot.item().getAnswer().get(answers).setValue(new IntegerType(1));
      return "%s.answer[%d].value".formatted(spot.path(), answers);
    }
    return "%s.answer[%d]".formatted(spot.path(), answers);
  }
}
