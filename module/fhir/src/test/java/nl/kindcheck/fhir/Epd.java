package nl.kindcheck.fhir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An EPD's JSON, with single quotes for the sake of the reader. */
final class Epd {

  private Epd() {}

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
