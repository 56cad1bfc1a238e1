package nl.kindcheck.fhir;

/** The canonical addresses of what Kindcheck publishes: the one place in Java that knows them. */
public final class Canonical {

  public static final String BASE = "https://kindcheck.example/fhir";

  private Canonical() {}

  /** The form, without its version. */
  public static String questionnaire() {
    return BASE + "/Questionnaire/kindcheck";
  }

  /**
   * One of our code systems.
   *
   * @param name for instance {@code wellbeing}
   */
  public static String codeSystem(String name) {
    return BASE + "/CodeSystem/" + name;
  }

  /** The value set that holds all of the code system of the same name. */
  public static String valueSet(String name) {
    return BASE + "/ValueSet/" + name;
  }

  /**
   * One of our profiles or extensions.
   *
   * @param name of a profile or an extension, for instance {@code kindcheck-child}
   */
  public static String structureDefinition(String name) {
    return BASE + "/StructureDefinition/" + name;
  }

  /**
   * One of our operations.
   *
   * @param name for instance {@code kindcheck-gate}
   */
  public static String operationDefinition(String name) {
    return BASE + "/OperationDefinition/" + name;
  }

  /** The system of the identifiers of postponements that came with the question of the gate. */
  public static String postponement() {
    return BASE + "/NamingSystem/postponement";
  }

  /** The system of the identifiers by which a Task names a role of the organisation. */
  public static String role() {
    return BASE + "/NamingSystem/role";
  }
}
