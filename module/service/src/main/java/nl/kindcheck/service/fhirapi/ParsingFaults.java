package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.Map;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Says which element FHIR's own parser cannot read. In what goes into the record, an element that
 * the parser would drop is a fault too: it is a statement that gets lost. What an EPD lends us,
 * such as an Encounter of a later version, may hold more than we know.
 */
final class ParsingFaults extends LenientErrorHandler {

  private final boolean recorded;

  /**
   * @param recorded whether what is read goes into the record
   */
  ParsingFaults(boolean recorded) {
    super(false);
    this.recorded = recorded;
  }

  @Override
  public void unknownElement(@Nullable IParseLocation location, String element) {
    if (recorded) {
      throw refused("fhir.unknown-element", element);
    }
  }

  @Override
  public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
    unknownElement(location, attribute);
  }

  @Override
  public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
    throw refused("fhir.wrong-value", element);
  }

  @Override
  public void incorrectJsonType(
      @Nullable IParseLocation location,
      String element,
      ValueType expected,
      @Nullable ScalarType expectedScalar,
      ValueType found,
      @Nullable ScalarType foundScalar) {
    if (recorded || expected != found) {
      throw refused("fhir.wrong-value", element);
    }
  }

  @Override
  public void invalidValue(@Nullable IParseLocation location, String value, String error) {
    String element = location == null ? null : location.getParentElementName();
    throw refused("fhir.wrong-value", element == null ? "" : element);
  }

  /** The name of an element is letters; anything else is not repeated. */
  private static Refused refused(String code, String element) {
    String name = element.matches("_?[A-Za-z]{1,40}") ? element : "?";
    return new Refused(HttpStatus.BAD_REQUEST, code, name, Map.of("element", name));
  }
}
