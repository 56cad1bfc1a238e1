package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyPicturesTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-14");
  private static final String V3 = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String NICTIZ = "http://nictiz.nl/fhir/StructureDefinition/";

  @ParameterizedTest
  @CsvSource({
    "ext-FamilySituation.LivingAtHome,true",
    "ext-FamilySituation-LivingAtHome,true",
    "ext-FamilySituation.livingAtHome,true",
    "zib-FamilySituation-LivingAtHomeIndicator,true",
    "ext-Comment,false"
  })
  void readsWhetherAChildLivesAtHomeHoweverTheExtensionIsSpelled(String name, boolean read) {
    Observation situation = situation();
    situation.getComponentFirstRep().addExtension(NICTIZ + name, new BooleanType(true));
    assertThat(FamilyPictures.fromR4(situation).children())
        .containsExactly(
            new PicturedChild(
                PartialDate.parse("2019-03"), read ? true : null, null, null, "Observation/f"));
  }

  @Test
  void theExtensionOfSomebodyElseSaysNothing() {
    Observation situation = situation();
    situation
        .getComponentFirstRep()
        .addExtension("http://elsewhere.example/LivingAtHome", new BooleanType(true));
    assertThat(FamilyPictures.fromR4(situation).children().get(0).atHome()).isNull();
  }

  @Test
  void readsNumbersAsIntegerAndAsQuantity() {
    Observation situation = situation();
    situation.addComponent().setCode(snomed("224118004")).setValue(new Quantity(3));
    situation.addComponent().setCode(snomed("55811000146107")).setValue(new IntegerType(2));
    FamilyPicture picture = FamilyPictures.fromR4(situation);
    assertThat(picture.numberOfChildren()).isEqualTo(3);
    assertThat(picture.numberAtHome()).isEqualTo(2);
    assertThat(picture.children()).hasSize(1);
  }

  @Test
  void aPictureIsOfTheDayInTheNetherlands() {
    Observation situation = situation();
    situation.setEffective(new DateTimeType("2025-12-31T23:30:00Z"));
    assertThat(FamilyPictures.fromR4(situation).date()).isEqualTo(LocalDate.parse("2026-01-01"));
    situation.setEffective(new Period().setStartElement(new DateTimeType("2025-12")));
    assertThat(FamilyPictures.fromR4(situation).date()).isEqualTo(LocalDate.parse("2025-12-01"));
    situation.setEffective(null);
    assertThat(FamilyPictures.fromR4(situation).date()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = ObservationStatus.class,
      names = {"ENTEREDINERROR", "CANCELLED"})
  void whatWasEnteredInErrorSaysNothing(ObservationStatus status) {
    assertThat(FamilyPictures.fromR4(situation().setStatus(status)))
        .isEqualTo(FamilyPicture.NOTHING);
  }

  @Test
  void anotherObservationSaysNothing() {
    assertThat(FamilyPictures.fromR4(situation().setCode(snomed("55801000146105"))))
        .isEqualTo(FamilyPicture.NOTHING);
    assertThat(FamilyPictures.fromStu3(new org.hl7.fhir.dstu3.model.Observation()))
        .isEqualTo(FamilyPicture.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "own,OWN",
    "partners-child,PARTNERS_CHILD",
    "V3|NCHILD,OWN",
    "V3|SON,OWN",
    "V3|CHILD,",
    "V3|SONC,",
    "V3|DAUC,",
    "V3|STPDAU,STEP",
    "V3|CHLDFOST,FOSTER",
    "V3|SONADOPT,ADOPTIVE",
    "V3|GRNDSON,GRANDCHILD",
    "S|65616008,",
    "S|66089001,",
    "S|86764008,STEP",
    "S|39062003,FOSTER",
    "S|393547004,ADOPTIVE",
    "S|44181008,GRANDCHILD"
  })
  void readsAChildInEverySystemOfCodes(String code, @Nullable Relation relation) {
    RelatedPerson person = person(code);
    person.setBirthDateElement(new DateType("2019-03"));
    assertThat(pictured(person))
        .containsExactly(
            new PicturedChild(
                PartialDate.parse("2019-03"), null, null, relation, "RelatedPerson/p"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"V3|FTH", "V3|SPS", "V3|NIECE", "S|66839005", "S|1258961002", "S|SON", "V3|own"})
  void anybodyElseIsNoChild(String code) {
    assertThat(pictured(person(code))).isEmpty();
  }

  @Test
  void aPersonWithoutARelationshipIsNoChild() {
    assertThat(pictured(new RelatedPerson())).isEmpty();
  }

  @Test
  void theCodeThatSaysWhichRelationGoesBeforeTheOneThatDoesNot() {
    RelatedPerson person = person("V3|CHILD");
    person.addRelationship(new CodeableConcept(coding("S|86764008")));
    assertThat(pictured(person)).extracting(PicturedChild::relation).containsExactly(Relation.STEP);
  }

  @ParameterizedTest
  @CsvSource({"2010,true", "2008-01-15,true", "2008-01-14,false", "1990,false", ",false"})
  void aSiblingCountsOnlyWhereItIsCertainlyUnderEighteen(@Nullable String birth, boolean counts) {
    RelatedPerson person = person("V3|SIB");
    if (birth != null) {
      person.setBirthDateElement(new DateType(birth));
    }
    assertThat(pictured(person)).hasSize(counts ? 1 : 0);
  }

  @Test
  void whoIsInactiveOrWasInAnotherTimeIsLeftOut() {
    assertThat(pictured(person("own").setActive(false))).isEmpty();
    assertThat(pictured(person("own").setActive(true))).hasSize(1);
    assertThat(pictured(during(null, "2026-01-13"))).isEmpty();
    assertThat(pictured(during("2026-01-15", null))).isEmpty();
    assertThat(pictured(during("2020", "2026-01"))).hasSize(1);
  }

  @Test
  void takesAFirstNameAndNeverMore() {
    RelatedPerson person = person("own");
    StringType initial = new StringType("J.");
    initial.addExtension(
        "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier", new CodeType("IN"));
    person.addName().setFamily("Voorbeeld").setText("J. Voorbeeld").getGiven().add(initial);
    assertThat(pictured(person).get(0).label()).isNull();
    person.addName().addGiven("123456782").addGiven("x".repeat(61)).addGiven(" Noor ");
    assertThat(pictured(person).get(0).label()).isEqualTo("Noor");
  }

  @Test
  void readsAnExpectedDelivery() {
    Observation delivery = new Observation().setCode(snomed("161714006"));
    delivery.setValue(new DateTimeType("2026-05-08"));
    delivery.setEffective(new DateTimeType("2026-01-02"));
    assertThat(FamilyPictures.pregnancy(delivery))
        .isEqualTo(
            new FamilyPicture(
                List.of(),
                null,
                null,
                LocalDate.parse("2026-01-02"),
                PartialDate.parse("2026-05-08")));
  }

  @Test
  void anythingElseIsNoExpectedDelivery() {
    Observation delivery = new Observation().setCode(snomed("161714006"));
    assertThat(FamilyPictures.pregnancy(delivery)).isEqualTo(FamilyPicture.NOTHING);
    delivery.setValue(new DateTimeType("2026-05-08")).setStatus(ObservationStatus.ENTEREDINERROR);
    assertThat(FamilyPictures.pregnancy(delivery)).isEqualTo(FamilyPicture.NOTHING);
    delivery.setStatus(ObservationStatus.FINAL).setCode(snomed("21840007"));
    assertThat(FamilyPictures.pregnancy(delivery)).isEqualTo(FamilyPicture.NOTHING);
  }

  private static Observation situation() {
    Observation observation = new Observation();
    observation.setId("f");
    observation.setStatus(ObservationStatus.FINAL);
    observation.setCode(snomed("365470003"));
    observation.addComponent().setCode(snomed("67822003")).setValue(new DateTimeType("2019-03"));
    return observation;
  }

  private static RelatedPerson during(@Nullable String start, @Nullable String end) {
    RelatedPerson person = person("own");
    if (start != null) {
      person.getPeriod().setStartElement(new DateTimeType(start));
    }
    if (end != null) {
      person.getPeriod().setEndElement(new DateTimeType(end));
    }
    return person;
  }

  private static RelatedPerson person(String code) {
    RelatedPerson person = new RelatedPerson();
    person.setId("p");
    return person.addRelationship(new CodeableConcept(coding(code)));
  }

  private static Coding coding(String code) {
    String[] parts = code.split("\\|", -1);
    if (parts.length == 1) {
      return new Coding().setSystem(Canonical.codeSystem("relation")).setCode(code);
    }
    return new Coding().setSystem(parts[0].equals("V3") ? V3 : SNOMED).setCode(parts[1]);
  }

  private static CodeableConcept snomed(String code) {
    return new CodeableConcept(new Coding().setSystem(SNOMED).setCode(code));
  }

  private static List<PicturedChild> pictured(RelatedPerson person) {
    return FamilyPictures.fromRelatedPersons(List.of(person), TODAY).children();
  }
}
