package nl.kindcheck.demoepd.hooks;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The body of a call of a hook. */
record HookRequest(
    String hook,
    String hookInstance,
    String fhirServer,
    Map<String, String> context,
    Map<String, JsonNode> prefetch) {}
