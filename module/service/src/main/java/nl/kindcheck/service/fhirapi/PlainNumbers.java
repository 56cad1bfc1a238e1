package nl.kindcheck.service.fhirapi;

import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks at the exponents of the numbers of a body that is sound JSON.
 *
 * <p>The attack: {@code 1e-999999999} is a dozen signs, and FHIR's own parser writes each number
 * out in full, which fills the memory. The rule: no exponent of more than two digits, which is more
 * than anything that is counted here.
 */
final class PlainNumbers {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_DIGITS = 2;

  private PlainNumbers() {}

  static void check(byte[] body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && isLong(parser.getString())) {
          throw new Refused(HttpStatus.BAD_REQUEST, "json.exponent", null);
        }
      }
    }
  }

  private static boolean isLong(String number) {
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    String exponent = e < 0 ? "" : number.substring(e + 1).replaceFirst("^[+-]?0*", "");
    return exponent.length() > MOST_DIGITS;
  }
}
