package nl.kindcheck.service.cdshooks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kindcheck.service.cdshooks.HookRequest.Hook;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Reads the body of a call; every fault at once, each with its field. */
final class HookRequests {

  /** An id goes into an address that is read, where dots alone would lead out of their place. */
  private static final Pattern FHIR_ID = Pattern.compile("(?!\\.+$)[A-Za-z0-9\\-.]{1,64}");

  /** What a header can carry. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]*");

  private static final Pattern USER =
      Pattern.compile(
          "(Practitioner|PractitionerRole|Patient|RelatedPerson)/[A-Za-z0-9\\-.]{1,64}");

  private final JsonNode body;
  private final List<Refused.Fault> faults = new ArrayList<>();

  private HookRequests(JsonNode body) {
    this.body = body;
  }

  /**
   * Reads a call.
   *
   * @throws Refused 400 for what is not a call at all or lacks something, 422 for a hook that is
   *     not ours
   */
  static HookRequest read(byte[] bytes) {
    return new HookRequests(StrictJson.object(bytes)).request();
  }

  private HookRequest request() {
    String name = text(body, "hook", "hook");
    Hook hook = Hook.named(name).orElse(null);
    if (hook == null && faults.isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "hook.unknown", "hook");
    }
    String instance = text(body, "hookInstance", "hookInstance");
    if (!instance.isEmpty() && !isUuid(instance)) {
      fault("hook.not-a-uuid", "hookInstance");
    }
    JsonNode context = object("context");
    String patient =
        id(text(context, "patientId", "context.patientId"), "Patient/", "context.patientId");
    String user = text(context, "userId", "context.userId");
    if (!user.isEmpty() && !USER.matcher(user).matches()) {
      fault("hook.not-a-reference", "context.userId");
    }
    String encounter = null;
    if (hook != null && (hook.aboutEncounter() || context.hasNonNull("encounterId"))) {
      encounter =
          id(
              text(context, "encounterId", "context.encounterId"),
              "Encounter/",
              "context.encounterId");
    }
    JsonNode prefetch = body.path("prefetch");
    if (!prefetch.isMissingNode() && !prefetch.isNull() && !prefetch.isObject()) {
      fault("hook.wrong-type", "prefetch");
    }
    URI fhirServer = fhirServer();
    String token = token();
    if (!faults.isEmpty() || hook == null) {
      throw new Refused(HttpStatus.BAD_REQUEST, faults);
    }
    return new HookRequest(hook, instance, patient, encounter, user, fhirServer, token, prefetch);
  }

  private JsonNode object(String field) {
    JsonNode node = body.path(field);
    if (node.isMissingNode() || node.isNull()) {
      fault("hook.missing", field);
    } else if (!node.isObject()) {
      fault("hook.wrong-type", field);
    }
    return node;
  }

  private String text(JsonNode in, String name, String field) {
    JsonNode node = in.path(name);
    if (node.isMissingNode() || node.isNull()) {
      if (in == body || in.isObject()) {
        fault("hook.missing", field);
      }
      return "";
    }
    if (!node.isString()) {
      fault("hook.wrong-type", field);
      return "";
    }
    if (node.stringValue().isBlank()) {
      fault("hook.missing", field);
    }
    return node.stringValue();
  }

  /** An id with or without its type: EPDs send both. */
  private String id(String text, String type, String field) {
    String id = text.startsWith(type) ? text.substring(type.length()) : text;
    if (!text.isBlank() && !FHIR_ID.matcher(id).matches()) {
      fault("hook.not-an-id", field);
    }
    return id;
  }

  private @Nullable URI fhirServer() {
    JsonNode node = body.path("fhirServer");
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    try {
      if (node.isString()) {
        return URI.create(node.stringValue());
      }
    } catch (IllegalArgumentException e) {
      fault("hook.not-an-address", "fhirServer");
      return null;
    }
    fault("hook.wrong-type", "fhirServer");
    return null;
  }

  private @Nullable String token() {
    JsonNode authorization = body.path("fhirAuthorization");
    if (authorization.isMissingNode() || authorization.isNull()) {
      return null;
    }
    if (!authorization.isObject()) {
      fault("hook.wrong-type", "fhirAuthorization");
      return null;
    }
    String field = "fhirAuthorization.access_token";
    String token = text(authorization, "access_token", field);
    if (!TOKEN.matcher(token).matches()) {
      fault("hook.wrong-type", field);
    }
    return token;
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void fault(String code, String field) {
    faults.add(new Refused.Fault(code, field, Map.of("field", field)));
  }
}
