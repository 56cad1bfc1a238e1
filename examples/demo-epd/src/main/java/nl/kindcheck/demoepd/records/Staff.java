package nl.kindcheck.demoepd.records;

/** The people who work here, all of them fictional. */
public enum Staff {
  /** Who is signed in, for there is no sign-in. */
  USER("c01", "Noor", "Intaker"),
  CARE_MANAGER("c02", "Sam", "Regievoerder"),
  WARD_DOCTOR("c03", "Robin", "Afdelingsarts");

  private final String id;
  private final String given;
  private final String family;

  Staff(String id, String given, String family) {
    this.id = id;
    this.given = given;
    this.family = family;
  }

  public String reference() {
    return "Practitioner/" + id;
  }

  /** The name on the pages. Not {@code name()}: that one belongs to the enum. */
  public String label() {
    return given + " " + family;
  }

  /**
   * The name of who is meant by a reference; the text itself where it names nobody here, as a role
   * does.
   */
  public static String nameOf(String reference) {
    for (Staff one : values()) {
      if (one.reference().equals(reference)) {
        return one.label();
      }
    }
    return reference;
  }

  String id() {
    return id;
  }

  String given() {
    return given;
  }

  String family() {
    return family;
  }
}
