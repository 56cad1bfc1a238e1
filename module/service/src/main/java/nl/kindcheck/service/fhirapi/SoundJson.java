package nl.kindcheck.service.fhirapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks whether a body is sound and not nested without end before FHIR's own parser reads it, and
 * whether that parser will take in all of what goes into the record.
 */
@Interceptor
public class SoundJson {

  private static final String RECORDED = "QuestionnaireResponse";

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
    PlainNumbers.check(body);
    String type = json.path("resourceType").asString("");
    if (RECORDED.equals(details.getResourceName()) && RECORDED.equals(type)) {
      recorded(details, (ObjectNode) json);
    } else {
      signs(json, type.matches("[A-Za-z]{1,40}") ? type : "resource");
    }
    return true;
  }

  /** What can be read goes on, so that the faults in it are told together with the others. */
  private void recorded(RequestDetails details, ObjectNode json) {
    List<Refused.Fault> unreadable = JsonShape.takeOutUnreadable(fhir, json);
    byte[] readable = json.toString().getBytes(UTF_8);
    try {
      fhir.newJsonParser()
          .setParserErrorHandler(new ParsingFaults(true))
          .parseResource(new String(readable, UTF_8));
    } catch (Refused | DataFormatException e) {
      throw unreadable.isEmpty() ? e : UnreadableParts.refused(unreadable);
    }
    if (!unreadable.isEmpty()) {
      new UnreadableParts(unreadable).putInto(details);
      details.setRequestContents(readable);
    }
  }

  static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
  }

  /** FHIR allows no control characters but tab and line ends, and no database keeps all of them. */
  private static void signs(JsonNode node, String path) {
    if (node.isString()) {
      if (hasControls(node.stringValue())) {
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
}
