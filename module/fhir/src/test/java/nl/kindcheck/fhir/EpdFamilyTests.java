package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Epd.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an EPD says of the children around a patient, read on the 14th of January 2026. */
class EpdFamilyTests {

  private static final String ANJA = "Patient/anja";

  private static final JsonNode PATIENT =
      json(
          """
          {'resourceType':'Patient','id':'anja','address':[
            {'use':'old','line':['Oudeweg 1'],'postalCode':'1111 AA'},
            {'line':['Verzonnenlaan 12-a'],'postalCode':'1234 ab','city':'Nergens'}]}
          """);

  private static String person(String more) {
    return """
    {'resourceType':'RelatedPerson','id':'noor','patient':{'reference':'Patient/anja'},
     'identifier':[{'system':'http://fhir.nl/fhir/NamingSystem/bsn','value':'111222333'}],
     'relationship':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'DAU'}]}],
     'name':[{'family':'Voorbeeld','given':['Noor']}],'birthDate':'2019-03-04'%s}
    """
        .formatted(more);
  }

  private static EpdFamily read(String... persons) {
    return EpdFamily.of(
        ANJA,
        PATIENT,
        Arrays.stream(persons).map(Epd::json).toList(),
        List.of(),
        List.of(),
        Readings.TODAY);
  }

  private static PicturedChild child(String person) {
    EpdFamily family = read(person);
    assertThat(family.children()).hasSize(1);
    return family.children().get(0).child();
  }

  @Test
  void aChildIsItsFirstNameItsBirthAndItsRelationAndNoNumber() {
    assertThat(read(person("")))
        .isEqualTo(
            new EpdFamily(
                List.of(
                    new SeenChild(
                        new PicturedChild(
                            PartialDate.parse("2019-03-04"),
                            null,
                            "Noor",
                            Relation.OWN,
                            "RelatedPerson/noor"),
                        null,
                        null)),
                List.of(),
                0));
  }

  @ParameterizedTest
  @CsvSource({
    "'[{\"given\":[\"N.\",\"Noor\"],\"_given\":[{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier\",\"valueCode\":\"IN\"}]},null]}]',"
        + " Noor",
    "'[{\"text\":\"Noor Voorbeeld\"}]',",
    "'[{\"given\":[\"111222333\"]}]',",
    "'[{\"given\":[\"  \"]},{\"given\":[\" Sam \"]}]', Sam",
    "'[]',"
  })
  void aLabelIsAGivenNameOrNothing(String name, String label) {
    assertThat(child(person("").replaceAll("'name':\\[.*?]}],", "'name':" + name + ",")).label())
        .isEqualTo(label);
  }

  @Test
  void whatLacksABirthDateOrHasOneThatDoesNotExistStaysUnknown() {
    assertThat(child(person("").replace(",'birthDate':'2019-03-04'", "")).birth()).isNull();
    assertThat(child(person("").replace("2019-03-04", "2019-02-30")).birth()).isNull();
    assertThat(read(person("").replace(",'birthDate':'2019-03-04'", "")).children().get(0))
        .matches(seen -> !seen.isAdultOn(Readings.TODAY));
  }

  @ParameterizedTest
  @CsvSource({"2008-01-14, true", "2008-01-15, false", "2008-01, false", "2007, true"})
  void oneWhoIsCertainlyEighteenIsAdult(String birth, boolean adult) {
    assertThat(
            read(person("").replace("2019-03-04", birth))
                .children()
                .get(0)
                .isAdultOn(Readings.TODAY))
        .isEqualTo(adult);
  }

  @ParameterizedTest
  @CsvSource({
    "Verzonnenlaan 12 A, 1234AB, true",
    "Verzonnenlaan 14, 1234 AB, false",
    "Oudeweg 1, 1111AA, false"
  })
  void theSameAddressIsThePatientsOfToday(String line, String postalCode, boolean same) {
    String address = ",'address':[{'line':['%s'],'postalCode':'%s'}]".formatted(line, postalCode);
    assertThat(child(person(address)).sameAddress()).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",'address':[{'city':'Nergens'}]", ",'address':[{'postalCode':'1234AB'}]"})
  void anAddressThatIsNotKnownIsNeitherTheSameNorAnother(String address) {
    assertThat(child(person(address)).sameAddress()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "',\"deceasedBoolean\":true', true",
    "',\"deceasedDateTime\":\"2025-05-01\"', true",
    "',\"deceasedBoolean\":false', false",
    "',\"extension\":[{\"url\":\"http://epd.example/relatedperson-deceased\",\"valueBoolean\":true}]',"
        + " true",
    "',\"extension\":[{\"url\":\"http://epd.example/relatedperson-deceased\",\"valueBoolean\":false}]',"
        + " false",
    "',\"extension\":[{\"url\":\"http://epd.example/deceased/other\",\"valueBoolean\":true}]',"
        + " false"
  })
  void thatAChildDiedIsRead(String more, boolean deceased) {
    assertThat(child(person(more)).deceased()).isEqualTo(deceased);
  }

  @ParameterizedTest
  @CsvSource({
    "',\"active\":false', true",
    "',\"period\":{\"end\":\"2025-12-31\"}', true",
    "',\"period\":{\"start\":\"2020\"}', false"
  })
  void aRelationshipThatEndedIsSaidToHaveEnded(String more, boolean ended) {
    assertThat(child(person(more)).ended()).isEqualTo(ended);
  }

  @Test
  void oneWithoutAnIdIsReadToo() {
    EpdFamily family =
        read(
            person("").replace("'id':'noor',", ""),
            person("").replace("'id':'noor',", "").replace("Noor", "Sam"));
    assertThat(family.children()).extracting(seen -> seen.child().label()).contains("Noor", "Sam");
  }

  @Test
  void onPagesThatOverlapAChildCountsOnceAndTwinsStayTwo() {
    assertThat(read(person(""), person("")).children()).hasSize(1);
    assertThat(read(person(""), person("").replace("'noor'", "'sam'").replace("Noor", "Sam")))
        .matches(family -> family.children().size() == 2);
  }

  @Test
  void anothersChildIsNotShown() {
    EpdFamily family = read(person("").replace("Patient/anja", "Patient/bram"), person(""));
    assertThat(family.children()).hasSize(1);
    assertThat(family.unreadable()).isEqualTo(1);
    assertThat(read(person("").replace("Patient/anja", "https://epd.example/fhir/Patient/anja")))
        .matches(it -> it.children().size() == 1);
  }

  @Test
  void whatCannotBeReadDoesNotHideTheOthers() {
    EpdFamily family =
        read(
            "{'resourceType':'RelatedPerson','name':'Noor'}",
            "{'resourceType':'Task'}",
            "[]",
            person(""));
    assertThat(family.children()).hasSize(1);
    assertThat(family.unreadable()).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"2012-05, 1", "2006-05, 0"})
  void aSiblingCountsWhileItIsAChild(String birth, int children) {
    String sibling = person("").replace("'DAU'", "'BRO'").replace("2019-03-04", birth);
    assertThat(read(sibling).children()).hasSize(children);
  }

  @Test
  void aContactPersonOfAnotherKindIsNoChild() {
    assertThat(read(person("").replace("'DAU'", "'SPS'")).children()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SPS, PARTNER",
    "DOMPART, PARTNER",
    "FMRSPS, FORMER_PARTNER",
    "MTH, PARENT",
    "FAMMEMB, FAMILY",
    "FRND, FRIEND",
    "NBOR, NEIGHBOUR"
  })
  void whoElseIsAroundIsReadWithAFirstName(String code, PicturedContact.Kind kind) {
    EpdFamily family = read(person("").replace("'DAU'", "'" + code + "'"));
    assertThat(family.children()).isEmpty();
    assertThat(family.contacts()).containsExactly(new PicturedContact("Noor", kind));
  }

  @Test
  void aSiblingWhoIsGrownUpIsSomebodyToAskAbout() {
    String brother = person("").replace("'DAU'", "'BRO'");
    assertThat(read(brother.replace("2019-03-04", "1990")).contacts())
        .containsExactly(new PicturedContact("Noor", PicturedContact.Kind.SIBLING));
    assertThat(read(brother).contacts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",'active':false", ",'deceasedBoolean':true", ",'period':{'end':'2025'}"})
  void whoIsNoLongerThereIsNotNamed(String more) {
    assertThat(read(person(more).replace("'DAU'", "'SPS'")).contacts()).isEmpty();
  }

  @Test
  void aProfessionalOrAChildIsNoContactToAskAbout() {
    assertThat(read(person("").replace("'DAU'", "'GUARD'")).contacts()).isEmpty();
    assertThat(read(person("")).contacts()).isEmpty();
  }

  @Test
  void theRelationshipOfStu3IsReadToo() {
    String stu3 =
        person("")
            .replace(
                "'relationship':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'DAU'}]}]",
                "'relationship':{'coding':[{'system':'http://hl7.org/fhir/v3/RoleCode','code':'STPDAU'}]}");
    assertThat(child(stu3).relation()).isEqualTo(Relation.STEP);
  }

  @Test
  void aChildOfBothSourcesStandsOnceWithWhatEachSays() {
    JsonNode situation =
        json(
            """
            {'resourceType':'Observation','id':'f1','status':'final','subject':{'reference':'Patient/anja'},
             'code':{'coding':[{'system':'http://snomed.info/sct','code':'365470003'}]},
             'effectiveDateTime':'2025-05-01','component':[
              {'code':{'coding':[{'system':'http://snomed.info/sct','code':'67822003'}]},'valueDateTime':'2019-03-04',
               'extension':[{'url':'http://nictiz.nl/fhir/StructureDefinition/ext-FamilySituation.Child.LivingAtHome',
                 'valueBoolean':true}]}]}
            """);
    EpdFamily family =
        EpdFamily.of(
            ANJA,
            null,
            List.of(json(person(",'deceasedBoolean':true"))),
            List.of(situation),
            List.of(),
            Readings.TODAY);
    assertThat(family.children())
        .containsExactly(
            new SeenChild(
                new PicturedChild(
                    PartialDate.parse("2019-03-04"),
                    true,
                    "Noor",
                    Relation.OWN,
                    "Observation/f1",
                    null,
                    true,
                    false),
                LocalDate.parse("2025-05-01"),
                null));
  }
}
