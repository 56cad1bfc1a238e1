package nl.kindcheck.service.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A published version, which never changes again.
 *
 * @param note why it was made; null for what an organisation was set up with
 * @param byUser who published it, as the identity provider names them; null likewise
 * @param byRole the code of the role in which they did; null likewise
 * @param at when it was published
 */
public record PolicyVersion(
    Policy policy,
    @Nullable String note,
    @Nullable String byUser,
    @Nullable String byRole,
    Instant at) {

  public String name() {
    return policy.version();
  }

  public LocalDate from() {
    return policy.effectiveFrom();
  }
}
