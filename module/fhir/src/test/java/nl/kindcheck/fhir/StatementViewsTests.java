package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementViewsTests {

  private static final String PATIENT = "Patient/anja";
  private static final Instant RECORDED = Instant.parse("2026-01-12T09:30:00.123Z");
  private static final StatementId OLD = new StatementId(new UUID(1, 1));

  static Stream<Claim> claims() {
    return Claims.all().stream();
  }

  @Test
  void noKindOfClaimIsForgottenHere() {
    assertThat(Claims.all()).extracting(Object::getClass).containsAll(Claims.types().toList());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void everyClaimIsAValidObservationOfItsTopic(Claim claim) {
    Observation observation = StatementViews.observation(statement(claim, null), PATIENT, false);
    assertThat(Validation.errors(observation)).isEmpty();
    assertThat(observation.getCode().getCodingFirstRep().getCode()).isEqualTo(claim.topic().code());
    assertThat(observation.getFocus()).hasSize(claim instanceof Claim.AboutChild ? 1 : 0);
    assertThat(observation.hasValue()).isNotEqualTo(observation.hasDataAbsentReason());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void everyClaimHasAValidProvenance(Claim claim) {
    assertThat(
            Validation.errors(
                StatementViews.provenance(
                    statement(claim, null), "QuestionnaireResponse/r/_history/1")))
        .isEmpty();
  }

  @Test
  void anObservationSaysWhoseItIsWhoRecordedItWhenAndFromWhat() {
    Observation observation =
        StatementViews.observation(statement(new Claim.Died(Claims.SAM), null), PATIENT, false);
    assertThat(json(observation))
        .isEqualTo(
            """
            {"resourceType":"Observation","id":"00000000-0000-0001-0000-000000000007",\
            "meta":{"profile":["https://kindcheck.example/fhir/StructureDefinition/kindcheck-statement"],\
            "security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"V"},\
            {"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"NOPAT"},\
            {"system":"https://kindcheck.example/fhir/CodeSystem/sensitivity","code":"shielded"},\
            {"system":"https://kindcheck.example/fhir/CodeSystem/sensitivity","code":"from-another"},\
            {"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"PACQRPT"}]},\
            "extension":[{"url":"https://kindcheck.example/fhir/StructureDefinition/perspective","valueCode":"home-visit"},\
            {"url":"https://kindcheck.example/fhir/StructureDefinition/nature","valueCode":"opinion"}],\
            "status":"final",\
            "code":{"coding":[{"system":"https://kindcheck.example/fhir/CodeSystem/topic","code":"died"}]},\
            "subject":{"reference":"Patient/anja"},\
            "focus":[{"reference":"RelatedPerson/00000000-0000-0002-0000-000000000001"}],\
            "effectiveDateTime":"2026-01","issued":"2026-01-12T09:30:00.123Z",\
            "performer":[{"reference":"Practitioner/noor"}],"valueBoolean":true,\
            "derivedFrom":[{"reference":"QuestionnaireResponse/00000000-0000-0009-0000-000000000009"}]}\
            """);
  }

  @Test
  void theProfileRefusesAStatementThatDoesNotSayWhoseItIs() {
    Observation observation = observation(new Claim.NoChildren());
    observation.getExtension().remove(0);
    assertThat(Validation.errors(observation)).isNotEmpty();
    Observation other = observation(new Claim.NoChildren());
    other.getCode().getCodingFirstRep().setCode("weather");
    assertThat(Validation.errors(other)).isNotEmpty();
  }

  @Test
  void aCorrectedStatementWasEnteredInError() {
    Observation observation =
        StatementViews.observation(statement(new Claim.NoChildren(), null), PATIENT, true);
    assertThat(observation.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
    assertThat(Validation.errors(observation)).isEmpty();
  }

  @Test
  void anUnknownAnswerIsAReasonAndNoValue() {
    for (Claim unknown :
        List.of(
            new Claim.Born(Claims.SAM, null),
            new Claim.Lives(Claims.SAM, Residence.UNKNOWN, "bij oma"),
            new Claim.Fares(Claims.SAM, Wellbeing.UNKNOWN, "Weet niet"),
            new Claim.OthersCare(Answer.UNKNOWN))) {
      Observation observation = observation(unknown);
      assertThat(observation.hasValue()).isFalse();
      assertThat(observation.getDataAbsentReason().getCodingFirstRep().getCode())
          .isEqualTo("asked-unknown");
    }
    assertThat(observation(new Claim.Fares(Claims.SAM, Wellbeing.UNKNOWN, "Weet niet")).getNote())
        .hasSize(1);
  }

  @Test
  void aDateKeepsItsPrecision() {
    for (String date : List.of("2019", "2019-03", "2019-03-05")) {
      assertThat(
              observation(new Claim.Born(Claims.SAM, PartialDate.parse(date)))
                  .getValue()
                  .primitiveValue())
          .isEqualTo(date);
    }
  }

  @Test
  void whatBelongsToAValueStandsBesideIt() {
    assertThat(
            observation(
                    new Claim.SeenInDomain(
                        Claims.SAM, Domain.NETWORK, Valence.CONCERN, "Weinig vrienden"))
                .getCategoryFirstRep()
                .getCodingFirstRep()
                .getCode())
        .isEqualTo("network");
    assertThat(
            observation(
                    new Claim.PregnancyStated(PregnancyStatus.YES, PartialDate.parse("2026-05")))
                .getComponentFirstRep()
                .getValue()
                .primitiveValue())
        .isEqualTo("2026-05");
    assertThat(
            observation(new Claim.DiscussedWithParent(false, "Te moe")).getNoteFirstRep().getText())
        .isEqualTo("Te moe");
    assertThat(
            observation(new Claim.Lives(Claims.SAM, Residence.WITH_FAMILY, "bij oma"))
                .getComponentFirstRep()
                .getValue()
                .primitiveValue())
        .isEqualTo("bij oma");
  }

  @ParameterizedTest
  @CsvSource({"CREATE,false,false", "UPDATE,true,false", "NULLIFY,true,true"})
  void aProvenanceSaysWhatWasDoneAndWhy(String activity, boolean corrects, boolean retracts) {
    Claim claim = retracts ? new Claim.Retracted(Topic.DIED) : new Claim.Died(Claims.SAM);
    Provenance provenance =
        StatementViews.provenance(
            statement(claim, corrects ? new Statement.Correction(OLD, "Vergissing.") : null),
            "QuestionnaireResponse/r/_history/2");
    assertThat(Validation.errors(provenance)).isEmpty();
    assertThat(provenance.getActivity().getCodingFirstRep().getCode()).isEqualTo(activity);
    assertThat(provenance.getEntity()).hasSize(corrects ? 2 : 1);
    assertThat(provenance.getEntityFirstRep().getWhat().getReference())
        .isEqualTo("QuestionnaireResponse/r/_history/2");
    if (corrects) {
      assertThat(provenance.getEntity().get(1).getWhat().getReference())
          .isEqualTo("Observation/" + OLD);
      assertThat(provenance.getReasonFirstRep().getText()).isEqualTo("Vergissing.");
    }
    assertThat(provenance.getTarget())
        .extracting(target -> target.getReference())
        .startsWith("Observation/00000000-0000-0001-0000-000000000007")
        .hasSize(retracts ? 1 : 2);
  }

  private static Observation observation(Claim claim) {
    return StatementViews.observation(statement(claim, null), PATIENT, false);
  }

  static Statement statement(Claim claim, Statement.@Nullable Correction corrects) {
    Statement.Correction correction =
        claim instanceof Claim.Retracted && corrects == null
            ? new Statement.Correction(OLD, "Vergissing.")
            : corrects;
    return new Statement(
        new StatementId(new UUID(1, 7)),
        claim,
        Perspective.HOME_VISIT,
        Nature.OPINION,
        "Practitioner/noor",
        PartialDate.parse("2026-01"),
        RECORDED,
        new Statement.Origin(new ResponseId(new UUID(9, 9)), 1, "item"),
        correction);
  }

  private static String json(Observation observation) {
    return Fhir.R4.newJsonParser().encodeResourceToString(observation);
  }
}
