package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.policy.Code;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * The relation of a child in our codes, in HL7 v3 RoleCode (zib 2020) and in SNOMED CT (zib 2024).
 */
final class RelationCodes {

  private static final String OURS = Canonical.codeSystem("relation");
  private static final String V3 = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
  private static final String SNOMED = "http://snomed.info/sct";

  /** The names of the same code system in STU3 and in HL7 v3. */
  private static final Set<String> V3_ELSEWHERE =
      Set.of("http://hl7.org/fhir/v3/RoleCode", "urn:oid:2.16.840.1.113883.5.111");

  /** Of a child whose relation is not said: HL7's "of any type", SNOMED's son and daughter. */
  private static final @Nullable Relation ANY = null;

  private record National(@Nullable Relation relation, String system, List<String> codes) {}

  /** The first code of a line says exactly what the relation is; the others also say the gender. */
  private static final List<National> NATIONAL =
      List.of(
          new National(Relation.OWN, V3, List.of("NCHILD", "SON", "DAU")),
          new National(ANY, V3, List.of("CHILD", "SONC", "DAUC")),
          new National(ANY, SNOMED, List.of("65616008", "66089001")),
          new National(Relation.STEP, V3, List.of("STPCHLD", "STPSON", "STPDAU")),
          new National(Relation.STEP, SNOMED, List.of("86764008", "8674003", "22573006")),
          new National(Relation.FOSTER, V3, List.of("CHLDFOST", "SONFOST", "DAUFOST")),
          new National(Relation.FOSTER, SNOMED, List.of("39062003", "12241003", "31831004")),
          new National(Relation.ADOPTIVE, V3, List.of("CHLDADOPT", "SONADOPT", "DAUADOPT")),
          new National(Relation.ADOPTIVE, SNOMED, List.of("393547004")),
          new National(Relation.GRANDCHILD, V3, List.of("GRNDCHILD", "GRNDSON", "GRNDDAU")),
          new National(Relation.GRANDCHILD, SNOMED, List.of("86372007", "70578009", "44181008")),
          new National(Relation.SIBLING, V3, List.of("SIB", "BRO", "SIS")),
          new National(Relation.SIBLING, SNOMED, List.of("375005", "70924004", "27733009")));

  private RelationCodes() {}

  /** That it is a child, and which relation where the code says so. */
  record Found(@Nullable Relation relation) {}

  /** Our code first, then the national ones that say exactly the same. */
  static CodeableConcept concept(Relation relation) {
    CodeableConcept concept = new CodeableConcept();
    concept.addCoding().setSystem(OURS).setCode(relation.code());
    for (National line : NATIONAL) {
      if (line.relation() == relation) {
        concept.addCoding().setSystem(line.system()).setCode(line.codes().get(0));
      }
    }
    return concept;
  }

  /**
   * What a contact person's relationship says; empty where none of its codes is that of a child. A
   * code that says which relation goes before one that does not.
   */
  static Optional<Found> find(List<CodeableConcept> relationship) {
    List<Code> codes = new ArrayList<>();
    for (CodeableConcept concept : relationship) {
      concept.getCoding().stream()
          .filter(Coding::hasCode)
          .forEach(coding -> codes.add(new Code(coding.getSystem(), coding.getCode())));
    }
    return findIn(codes);
  }

  /** The same, of codes that were read without FHIR's machinery. */
  static Optional<Found> findIn(List<Code> codes) {
    List<Found> all = new ArrayList<>();
    codes.forEach(code -> find(code).ifPresent(all::add));
    return all.stream()
        .filter(found -> found.relation() != null)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Whether it is of HL7 v3 RoleCode, by any of its names. */
  static boolean isRoleCode(Code code) {
    return V3.equals(code.system()) || V3_ELSEWHERE.contains(String.valueOf(code.system()));
  }

  private static Optional<Found> find(Code code) {
    if (OURS.equals(code.system())) {
      return Coded.find(Relation.class, code.code()).map(Found::new);
    }
    String system = isRoleCode(code) ? V3 : code.system();
    return NATIONAL.stream()
        .filter(line -> line.system().equals(system) && line.codes().contains(code.code()))
        .map(line -> new Found(line.relation()))
        .findFirst();
  }
}
