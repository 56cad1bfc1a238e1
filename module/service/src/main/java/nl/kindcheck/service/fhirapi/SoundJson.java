package nl.kindcheck.service.fhirapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * Looks whether a body is sound and not nested without end before FHIR's own parser reads it, and
 * whether that parser will take in all of what goes into the record.
 */
@Interceptor
public class SoundJson {

  private static final String RECORDED = "QuestionnaireResponse";

  /** The only elements of a response that are no text; FHIR's parser takes a number as a date. */
  private static final Set<String> NO_TEXT = Set.of("valueBoolean", "valueInteger", "valueDecimal");

  private final FhirContext fhir;

  SoundJson(FhirContext fhir) {
    this.fhir = fhir;
  }

  /** The body itself, which the endpoint hands over once it has it. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
  public boolean body(RequestDetails details) {
    byte[] body = details.loadRequestContents();
    if (body == null || body.length == 0) {
      return true;
    }
    JsonNode json = StrictJson.object(body);
    String type = json.path("resourceType").asString("");
    signs(json, type.matches("[A-Za-z]{1,40}") ? type : "resource");
    if (RECORDED.equals(details.getResourceName())
        && json.path("resourceType").asString("").equals(RECORDED)) {
      texts(json, RECORDED);
      fhir.newJsonParser()
          .setParserErrorHandler(new ParsingFaults(true))
          .parseResource(new String(body, UTF_8));
    }
    return true;
  }

  /** FHIR allows no control characters but tab and line ends, and no database keeps all of them. */
  private static void signs(JsonNode node, String path) {
    if (node.isString()) {
      boolean bad =
          node.stringValue()
              .codePoints()
              .anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
      if (bad) {
        throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "fhir.control-character", path);
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      signs(field.getValue(), path + "." + field.getKey());
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      signs(node.get(i), "%s[%d]".formatted(path, i));
    }
  }

  private static void texts(JsonNode node, String path) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String here = path + "." + field.getKey();
      JsonNode value = field.getValue();
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          texts(value.get(i), "%s[%d]".formatted(here, i));
        }
      } else if ((value.isNumber() || value.isBoolean()) && !NO_TEXT.contains(field.getKey())) {
        throw new Refused(
            HttpStatus.BAD_REQUEST, "fhir.wrong-value", here, Map.of("element", field.getKey()));
      } else {
        texts(value, here);
      }
    }
  }
}
