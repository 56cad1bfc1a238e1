package nl.kindcheck.demoepd.records;

import static org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.FEMALE;
import static org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.MALE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/**
 * The ward on the first day of the demo: ten fictional patients, each there to show one thing. All
 * dates count back from that day, so that the ward is never out of date.
 */
final class Ward {

  private Ward() {}

  static List<Resource> asOf(LocalDate today) {
    List<Resource> all = new ArrayList<>();
    for (Staff staff : Staff.values()) {
      Practitioner practitioner = new Practitioner().setActive(true);
      practitioner.addName().setFamily(staff.family()).addGiven(staff.given());
      practitioner.setId(staff.id());
      all.add(practitioner);
    }
    patients(today).forEach(person -> all.addAll(person.resources()));
    return all;
  }

  private static List<Person> patients(LocalDate today) {
    return List.of(
        // A mother of two whose intake is planned: nobody asked about children yet.
        Person.named("p01", "Anja", "Voorbeeld", FEMALE, 38, today)
            .waiting(4)
            .knows("FAMMEMB", "Zus", "Marit"),
        // A father of three who live elsewhere.
        Person.named("p02", "Bram", "Verzonnen", MALE, 45, today)
            .inCare(240)
            .withCareManager()
            .seen(ContactKind.TREATMENT, 200)
            .seen(ContactKind.TREATMENT, 60)
            .rated(30)
            .livesAt("Bedenkpad 3", "9999 ZZ")
            .knowsChild("SON", "Zoon", "Tijn", 14)
            .at("Verzonnenlaan 12", "9999 XY")
            .knowsChild("DAU", "Dochter", "Fenna", 11)
            .at("Verzonnenlaan 12", "9999 XY")
            .knowsChild("DAU", "Dochter", "Roos", 8)
            .at("Verzonnenlaan 12", "9999 XY"),
        // A patient without children: asked too, for who does not ask does not know.
        Person.named("p03", "Carla", "Proef", FEMALE, 52, today)
            .inCare(150)
            .withCareManager()
            .seen(ContactKind.TREATMENT, 40)
            .knows("SIS", "Zus", "Ria"),
        Person.named("p04", "Dunya", "Denkbeeldig", FEMALE, 29, today)
            .inCare(90)
            .withCareManager()
            .seen(ContactKind.TREATMENT, 20)
            .expecting(12)
            .knows("DOMPART", "Partner", "Youssef"),
        // A grandfather who raises a child: a parent is who has the daily care. No care manager
        // yet.
        Person.named("p05", "Evert", "Fictief", MALE, 67, today)
            .inCare(10)
            .knowsChild("GRNDSON", "Kleinzoon", "Daan", 9),
        // Seventeen: with an adolescent, younger brothers and sisters are in scope.
        Person.named("p06", "Femke", "Demo", FEMALE, 17, today)
            .inCare(60)
            .withCareManager()
            .seen(ContactKind.TREATMENT, 14)
            .knows("MTH", "Moeder", "Ingrid")
            .knowsChild("BRO", "Broer", "Luuk", 12)
            .knowsChild("SIS", "Zus", "Evi", 6),
        // Two parents of one family, each with a record of their own. The EPD has a picture of the
        // family with each, and a name with one of them.
        Person.named("p07", "Gijs", "Bedacht", MALE, 41, today)
            .inCare(120)
            .withCareManager()
            .seen(ContactKind.TREATMENT, 25)
            .livesAt("Schetsweg 7", "9999 AB")
            .pictured(80, 9, 5)
            .knowsChild("SON", "Zoon", "Mees", 9)
            .at("Schetsweg 7", "9999 AB")
            .knows("SPS", "Partner", "Hanna"),
        Person.named("p08", "Hanna", "Bedacht", FEMALE, 40, today)
            .waiting(35)
            .pictured(80, 9, 5)
            .knows("SPS", "Partner", "Gijs"),
        Person.named("p09", "Ilias", "Schets", MALE, 33, today)
            .inCare(45)
            .present(ContactKind.CRISIS, 0),
        // One child at home, one grown up, one who died.
        Person.named("p10", "Joke", "Maquette", FEMALE, 48, today)
            .inCare(300)
            .withCareManager()
            .present(ContactKind.ADMISSION, 3)
            .livesAt("Maquettehof 21", "9999 CD")
            .knowsChild("SON", "Zoon", "Bas", 15)
            .at("Maquettehof 21", "9999 CD")
            .knowsChild("DAU", "Dochter", "Iris", 21)
            .at("Tekentafel 1", "9999 EF")
            .knowsChild("DAU", "Dochter (overleden)", "Lisa", 12)
            .whoDied()
            .knows("DOMPART", "Partner", "Wim"));
  }
}
