package nl.kindcheck.fhir;

import java.util.Map;

/** Something that an EPD sent could not be read. The message holds the place, never the content. */
public final class UnreadableResource extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /**
   * @param expression the place as FHIRPath, for instance {@code Encounter.subject}
   * @param code stable, for instance {@code epd.missing}; texts are found by it
   */
  public UnreadableResource(String expression, String code, Map<String, String> facts) {
    super(code + " at " + expression);
    this.fault = new Fault(expression, code, facts);
  }

  public Fault fault() {
    return fault;
  }
}
