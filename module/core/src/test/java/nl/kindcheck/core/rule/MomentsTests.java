package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.kindcheck.core.policy.Code;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.MomentMapping;
import nl.kindcheck.core.policy.MomentMapping.Element;
import nl.kindcheck.core.policy.Policies;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.EncounterFacts.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {

  private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final String SNOMED = "http://snomed.info/sct";

  private static EncounterFacts encounter(String status, @Nullable String code, Place place) {
    Code type = code == null ? null : new Code(ACT_CODE, code);
    return new EncounterFacts(status, type, List.of(), List.of(), place);
  }

  private static Moment standard(EncounterFacts encounter) {
    return Moments.of(encounter, Policy.standard()).outcome();
  }

  @Test
  void theFirstEncounterOfAnOpenEpisodeIsAnIntake() {
    Decision<Moment> d =
        Moments.of(encounter("in-progress", "AMB", Place.FIRST), Policy.standard());

    assertThat(d.outcome()).isEqualTo(Moment.INTAKE);
    assertThat(d.reasons())
        .containsExactly(
            new Reason("moment.mapped", Map.of("element", "first-of-episode"), "F2", "standard-1"));
  }

  @ParameterizedTest
  @CsvSource({"EMER, CRISIS", "IMP, ADMISSION", "ACUTE, ADMISSION", "NONAC, ADMISSION"})
  void theClassIsMapped(String code, Moment moment) {
    Decision<Moment> d = Moments.of(encounter("in-progress", code, Place.LATER), Policy.standard());

    assertThat(d.outcome()).isEqualTo(moment);
    assertThat(d.reasons().get(0).facts()).isEqualTo(Map.of("element", "class", "code", code));
  }

  @ParameterizedTest
  @CsvSource({"EMER, CRISIS", "IMP, ADMISSION"})
  void aCrisisOrAdmissionThatComesFirstIsNotAnIntake(String code, Moment moment) {
    assertThat(standard(encounter("in-progress", code, Place.FIRST))).isEqualTo(moment);
  }

  @Test
  void aReviewOfTheCarePlanIsAnEvaluation() {
    EncounterFacts review =
        new EncounterFacts(
            "planned",
            new Code(ACT_CODE, "AMB"),
            List.of(new Code(SNOMED, "1"), new Code(SNOMED, "425268008")),
            List.of(),
            Place.LATER);

    assertThat(standard(review)).isEqualTo(Moment.EVALUATION);
  }

  @Test
  void theHonosPlusIsAnEvaluation() {
    assertThat(Policy.standard().evaluationCodeSystems()).containsExactly(Policy.HONOS_PLUS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Place.class,
      names = {"LATER", "UNKNOWN"})
  void whatNoLineFitsIsUnmapped(Place place) {
    Decision<Moment> d = Moments.of(encounter("in-progress", "AMB", place), Policy.standard());

    assertThat(d.outcome()).isEqualTo(Moment.UNMAPPED);
    assertThat(d.reasons().get(0).rule()).isEqualTo("moment.unmapped");
  }

  @Test
  void anEncounterWithoutAClassIsUnmapped() {
    assertThat(standard(encounter("in-progress", null, Place.UNKNOWN))).isEqualTo(Moment.UNMAPPED);
  }

  @Test
  void theSameCodeOfAnotherSystemIsUnmapped() {
    EncounterFacts other =
        new EncounterFacts(
            "in-progress", new Code("urn:example", "EMER"), List.of(), List.of(), Place.LATER);

    assertThat(standard(other)).isEqualTo(Moment.UNMAPPED);
  }

  @Test
  void aCodeOfTheClassIsNotFoundInTheTypes() {
    EncounterFacts other =
        new EncounterFacts(
            "in-progress", null, List.of(new Code(ACT_CODE, "EMER")), List.of(), Place.LATER);

    assertThat(standard(other)).isEqualTo(Moment.UNMAPPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "entered-in-error", "noshow", "no-show"})
  void whatDidNotHappenCountsForNothing(String status) {
    Decision<Moment> d = Moments.of(encounter(status, "EMER", Place.FIRST), Policy.standard());

    assertThat(d.outcome()).isEqualTo(Moment.NONE);
    assertThat(d.reasons().get(0).rule()).isEqualTo("moment.did-not-happen");
    assertThat(d.reasons().get(0).facts()).isEqualTo(Map.of("status", status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planned",
        "arrived",
        "triaged",
        "in-progress",
        "onleave",
        "finished",
        "unknown",
        "discontinued",
        "something-new"
      })
  void anyOtherStatusCounts(String status) {
    assertThat(standard(encounter(status, "EMER", Place.LATER))).isEqualTo(Moment.CRISIS);
  }

  @Test
  void thePolicyMapsTheServiceType() {
    Policy own =
        Policies.mapping(
            new MomentMapping(Element.SERVICE_TYPE, new Code(null, "30"), Moment.NONE));
    EncounterFacts facts =
        new EncounterFacts(
            "planned", null, List.of(), List.of(new Code("urn:example", "30")), Place.FIRST);

    assertThat(Moments.of(facts, own).outcome()).isEqualTo(Moment.NONE);
    assertThat(Moments.of(facts, own).reasons().get(0).facts())
        .isEqualTo(Map.of("element", "service-type", "code", "30"));
  }

  @Test
  void theFirstLineThatFitsDecides() {
    Policy own =
        Policies.mapping(
            new MomentMapping(Element.CLASS, new Code(ACT_CODE, "VR"), Moment.TREATMENT),
            new MomentMapping(Element.FIRST_OF_EPISODE, null, Moment.INTAKE),
            new MomentMapping(Element.CLASS, new Code(ACT_CODE, "AMB"), Moment.DISCHARGE));

    assertThat(Moments.of(encounter("planned", "AMB", Place.FIRST), own).outcome())
        .isEqualTo(Moment.INTAKE);
    assertThat(Moments.of(encounter("planned", "AMB", Place.LATER), own).outcome())
        .isEqualTo(Moment.DISCHARGE);
  }

  @Test
  void aLineWithoutItsCodeFitsNothing() {
    Policy own = Policies.mapping(new MomentMapping(Element.CLASS, null, Moment.CRISIS));

    assertThat(Moments.of(encounter("planned", "AMB", Place.LATER), own).outcome())
        .isEqualTo(Moment.UNMAPPED);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void everyMomentIsAnEventOrKnownNotToBe(Moment moment) {
    String event = CareEvent.Kind.of(moment).map(CareEvent.Kind::code).orElse("");

    assertThat(event)
        .isEqualTo(
            switch (moment) {
              case TREATMENT, UNMAPPED, NONE -> "";
              default -> moment.code();
            });
  }
}
