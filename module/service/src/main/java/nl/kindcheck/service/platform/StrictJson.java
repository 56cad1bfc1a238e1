package nl.kindcheck.service.platform;

import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON from outside: no duplicate names, nothing behind the end, and not nested deeper than
 * any real message is.
 */
public final class StrictJson {

  private static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * Reads an object.
   *
   * @throws Refused 400 for anything else, with the place of the fault
   */
  public static JsonNode object(byte[] bytes) {
    JsonNode node;
    try {
      node = MAPPER.readTree(bytes);
    } catch (StreamConstraintsException e) {
      throw new Refused(
          HttpStatus.BAD_REQUEST,
          "json.too-much",
          null,
          Map.of(
              "deepest", Integer.toString(DEEPEST),
              "name", Integer.toString(LONGEST_NAME),
              "number", Integer.toString(LONGEST_NUMBER)));
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new Refused(
          HttpStatus.BAD_REQUEST,
          "json.malformed",
          null,
          Map.of(
              "line", Integer.toString(place == null ? 1 : place.getLineNr()),
              "column", Integer.toString(place == null ? 1 : place.getColumnNr())));
    }
    if (!node.isObject()) {
      throw new Refused(HttpStatus.BAD_REQUEST, "json.not-an-object", null);
    }
    return node;
  }
}
