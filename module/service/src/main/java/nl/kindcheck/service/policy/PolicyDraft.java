package nl.kindcheck.service.policy;

import java.time.Instant;
import nl.kindcheck.core.policy.Policy;

/**
 * A version that is still being written. What it holds could be published, but for its date.
 *
 * @param revision one more with every change
 * @param note why it is made; may still be empty
 * @param byUser who changed it last, as the identity provider names them
 * @param byRole the code of the role in which they did
 */
record PolicyDraft(
    Policy policy, int revision, String note, String byUser, String byRole, Instant at) {

  String name() {
    return policy.version();
  }
}
