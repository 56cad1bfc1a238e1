package nl.kindcheck.service.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was typing. It counts for nothing until it is recorded.
 *
 * @param form which form of the patient it is, for instance {@code start}
 * @param key which recognises the form when it is sent twice
 * @param version 0 where it is not kept yet
 * @param savedAt null where it is not kept yet
 */
record Draft(String form, UUID key, int version, Typed typed, @Nullable Instant savedAt) {

  static Draft fresh(String form, Typed typed) {
    return new Draft(form, UUID.randomUUID(), 0, typed, null);
  }
}
