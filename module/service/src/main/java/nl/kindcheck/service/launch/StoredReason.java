package nl.kindcheck.service.launch;

import nl.kindcheck.core.rule.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Why a record opened, as a session keeps it: it is worded where it is shown. */
final class StoredReason {

  private static final JsonMapper JSON = new JsonMapper();

  private StoredReason() {}

  static @Nullable String text(@Nullable Reason reason) {
    return reason == null ? null : JSON.writeValueAsString(reason);
  }

  static @Nullable Reason read(@Nullable String text) {
    return text == null ? null : JSON.readValue(text, Reason.class);
  }
}
