package nl.kindcheck.service.policy;

import java.util.Set;
import nl.kindcheck.service.tenancy.Role;

/**
 * A number of families, as somebody may see it: as it is for who may see families, and for
 * everybody else only the five that it lies in, so that no number says something of one family.
 *
 * @param least at least so many
 * @param most at most so many
 */
record Count(long least, long most) {

  private static final int BAND = 5;

  /** The roles that may see families, and so small numbers of them. */
  private static final Set<Role> MAY_SEE_SMALL = Set.of(Role.KOPP_KOV_OFFICER, Role.CLINICIAN);

  static Count of(long number, Set<Role> roles) {
    if (roles.stream().anyMatch(MAY_SEE_SMALL::contains)) {
      return new Count(number, number);
    }
    long least = number - number % BAND;
    return new Count(least, least + BAND - 1);
  }

  /** Whether it is the number itself. */
  public boolean exact() {
    return least == most;
  }

  /** Whether there may be none at all. */
  public boolean few() {
    return !exact() && least == 0;
  }
}
