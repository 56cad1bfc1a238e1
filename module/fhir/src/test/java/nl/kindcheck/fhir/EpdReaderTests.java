package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Epd.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.policy.Code;
import nl.kindcheck.core.policy.Policy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpdReaderTests {

  private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  private static final String ENCOUNTER =
      """
      {'resourceType':'Encounter','id':'e1','status':'In-Progress','colour':{'of':'paper'},
       'class':{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'IMP'},
       'type':[{'coding':[{'system':'http://snomed.info/sct','code':'1'},{'code':'2'}]},
               {'coding':[{'display':'no code'}]},{'text':'words'}],
       'serviceType':{'coding':[{'system':'urn:s','code':'3'}]},
       'subject':{'reference':'Patient/anja'},
       'period':{'start':'2026-01-12T00:30:00+02:00'},
       'episodeOfCare':[{'reference':'EpisodeOfCare/x'},{'display':'another'}],
       'participant':[{'individual':{'reference':'RelatedPerson/opa'}},
                      {'individual':{'reference':'Practitioner/noor'}},
                      {'type':[{'coding':[{'code':'PPRF'}]}],
                       'individual':{'reference':'PractitionerRole/mo'}}]}
      """;

  @Test
  void readsAnEncounterWithAllThatTheRulesNeed() {
    assertThat(EpdReader.encounter(json(ENCOUNTER)))
        .isEqualTo(
            new EncounterPicture(
                "e1",
                "Patient/anja",
                "in-progress",
                new Code(ACT, "IMP"),
                List.of(new Code("http://snomed.info/sct", "1"), new Code(null, "2")),
                List.of(new Code("urn:s", "3")),
                LocalDate.parse("2026-01-11"),
                List.of("EpisodeOfCare/x"),
                "PractitionerRole/mo"));
  }

  @Test
  void anEncounterMayHoldLittle() {
    EncounterPicture bare =
        EpdReader.encounter(
            json(
                "{'resourceType':'Encounter','id':'e','status':'planned','type':null,"
                    + "'subject':{'reference':'Patient/p'}}"));
    assertThat(bare.encounterClass()).isNull();
    assertThat(bare.start()).isNull();
    assertThat(bare.performer()).isNull();
    assertThat(bare.types()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'Patient/anja';7;Encounter.subject.reference;string",
        "{'reference':'Patient/anja'};'Patient/anja';Encounter.subject;object",
        "'In-Progress';4;Encounter.status;string",
        "[{'coding':[{'system':'http://snomed.info/sct','code':'1'},{'code':'2'}]},;['x',;Encounter.type[0];object",
        "[{'system':'http://snomed.info/sct','code':'1'},{'code':'2'}];'a';Encounter.type[0].coding;array",
        "{'start':'2026-01-12T00:30:00+02:00'};[];Encounter.period;object",
        "'e1';true;Encounter.id;string"
      },
      quoteCharacter = '`')
  void namesWhatHasAnotherTypeThanItShould(
      String part, String other, String expression, String expected) {
    assertUnreadable(
        () -> EpdReader.encounter(json(ENCOUNTER.replace(part, other))),
        new Fault(expression, "epd.wrong-type", Map.of("expected", expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'subject':{'reference':'Patient/anja'},;Encounter.subject",
        "'status':'In-Progress',;Encounter.status",
        "'id':'e1',;Encounter.id",
        "'reference':'Patient/anja';Encounter.subject"
      },
      quoteCharacter = '`')
  void refusesAnEncounterThatDoesNotSayWhoWhichOrHow(String part, String expression) {
    assertUnreadable(
        () -> EpdReader.encounter(json(ENCOUNTER.replace(part, ""))),
        new Fault(expression, "epd.missing", Map.of()));
  }

  @Test
  void refusesADateThatDoesNotExist() {
    assertUnreadable(
        () ->
            EpdReader.encounter(json(ENCOUNTER.replace("2026-01-12T00:30:00+02:00", "2026-02-30"))),
        new Fault("Encounter.period.start", "epd.no-such-date", Map.of()));
  }

  @Test
  void refusesAnotherResourceAndWhatIsNone() {
    assertUnreadable(
        () -> EpdReader.patient(json(ENCOUNTER)),
        new Fault("Patient", "epd.wrong-resource", Map.of("expected", "Patient")));
    assertUnreadable(
        () -> EpdReader.patient(json("[]")),
        new Fault("Patient", "epd.wrong-type", Map.of("expected", "object")));
    assertUnreadable(
        () -> EpdReader.episode(json("{}")),
        new Fault("EpisodeOfCare", "epd.wrong-resource", Map.of("expected", "EpisodeOfCare")));
  }

  @Test
  void theMessageOfARefusalHoldsNothingOfTheRecord() {
    assertThatThrownBy(() -> EpdReader.encounter(json(ENCOUNTER.replace("'e1'", "{'a':1}"))))
        .hasMessage("epd.wrong-type at Encounter.id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'birthDate':'1990-05';false;;1990-05",
        "'deceasedBoolean':false;false;;",
        "'deceasedBoolean':true;true;;",
        "'deceasedDateTime':'2026-01-03T23:30:00Z';true;2026-01-04;",
        "'deceasedDateTime':'2026';true;2026-01-01;"
      },
      quoteCharacter = '`')
  void readsAPatient(String part, boolean deceased, @Nullable String on, @Nullable String birth) {
    assertThat(EpdReader.patient(json("{'resourceType':'Patient','id':'anja'," + part + "}")))
        .isEqualTo(
            new PatientPicture(
                "anja",
                deceased,
                on == null ? null : LocalDate.parse(on),
                birth == null ? null : PartialDate.parse(birth)));
  }

  @Test
  void readsAnEpisodeOfCare() {
    assertThat(
            EpdReader.episode(
                json(
                    "{'resourceType':'EpisodeOfCare','id':'x','status':'active',"
                        + "'period':{'start':'2026-01','end':'2026-03'},"
                        + "'careManager':{'reference':'Practitioner/noor'}}")))
        .isEqualTo(
            new EpisodePicture(
                "x",
                "active",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-03-31"),
                "Practitioner/noor"));
    assertUnreadable(
        () -> EpdReader.episode(json("{'resourceType':'EpisodeOfCare','id':'x'}")),
        new Fault("EpisodeOfCare.status", "epd.missing", Map.of()));
  }

  @Test
  void anEvaluationIsAnObservationInOneOfThePolicysCodeSystems() {
    String honos = "'code':{'coding':[{'system':'" + Policy.HONOS_PLUS + "','code':'1'}]}";
    String other = "'code':{'coding':[{'system':'http://loinc.org','code':'1'},{'code':'1'}]}";
    String bundle =
        "{'resourceType':'Bundle','entry':["
            + observation("'status':'final'," + honos + ",'effectiveDateTime':'2026-01-09'")
            + observation("'status':'final'," + honos + ",'effectiveDateTime':'2026-01-09'")
            + observation("'status':'final'," + honos + ",'effectivePeriod':{'start':'2026-01'}")
            + observation("'status':'final'," + honos + ",'issued':'2026-01-02T23:10:00Z'")
            + observation(
                "'status':'final'," + honos + ",'effectiveInstant':'2026-01-05T10:00:00Z'")
            + observation("'status':'final'," + honos)
            + observation("'status':'cancelled'," + honos + ",'effectiveDateTime':'2026-01-10'")
            + observation(
                "'status':'entered-in-error'," + honos + ",'effectiveDateTime':'2026-01-11'")
            + observation("'status':'final'," + other + ",'effectiveDateTime':'2026-01-12'")
            + "{'fullUrl':'urn:x'}]}";
    assertThat(EpdReader.evaluationDays(json(bundle), Policy.standard()))
        .containsExactly(
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-01-03"),
            LocalDate.parse("2026-01-05"),
            LocalDate.parse("2026-01-09"));
    assertThat(
            EpdReader.evaluationDays(
                json("{'resourceType':'OperationOutcome'}"), Policy.standard()))
        .isEmpty();
  }

  private static String observation(String parts) {
    return "{'resource':{'resourceType':'Observation'," + parts + "}},";
  }

  private static void assertUnreadable(ThrowingCallable reading, Fault fault) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            UnreadableResource.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
