package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an open check (F6): the intaker until there is a care manager (<i>regiebehandelaar</i>),
 * then they, else the policy's fallback role; never nobody. What was postponed twice in a row, or
 * is long overdue, goes to the officer.
 */
public final class Ownership {

  private static final String SOURCE = "F6";

  private Ownership() {}

  /** The owner of an open check. */
  public sealed interface Owner extends Serializable {

    /**
     * @param reference of the EPD, for instance {@code Practitioner/12}
     */
    record Person(String reference) implements Owner {}

    /**
     * @param role the code of a role of the organisation
     */
    record Role(String role) implements Owner {}
  }

  /**
   * Decides who owns the open check.
   *
   * @param intaker who does the intake, as a reference of the EPD; null or blank where unknown
   * @param careManager the care manager of the open episode; null or blank where there is none yet
   */
  public static Decision<Owner> of(
      @Nullable String intaker,
      @Nullable String careManager,
      KindcheckState state,
      Recurrence recurrence,
      LocalDate today,
      Policy policy) {
    if (state.postponementsInARow() >= 2) {
      return role(policy.escalationRole(), "owner.postponed-twice", policy);
    }
    if (isLongOverdue(recurrence, today, policy)) {
      return role(policy.escalationRole(), "owner.long-overdue", policy);
    }
    if (careManager != null && !careManager.isBlank()) {
      return person(careManager, "owner.care-manager", policy);
    }
    if (intaker != null && !intaker.isBlank()) {
      return person(intaker, "owner.intaker", policy);
    }
    return role(policy.fallbackRole(), "owner.fallback", policy);
  }

  /** Whether a check has been overdue for so long that the officer gets it. */
  public static boolean isLongOverdue(Recurrence recurrence, LocalDate today, Policy policy) {
    return recurrence.status() == Recurrence.Status.OVERDUE
        && recurrence.due() != null
        && today.isAfter(recurrence.due().plusDays(policy.windows().escalateAfter()));
  }

  private static Decision<Owner> person(String reference, String rule, Policy policy) {
    return Decision.of(
        new Owner.Person(reference), new Reason(rule, Map.of(), SOURCE, policy.version()));
  }

  private static Decision<Owner> role(String role, String rule, Policy policy) {
    return Decision.of(
        new Owner.Role(role), new Reason(rule, Map.of("role", role), SOURCE, policy.version()));
  }
}
