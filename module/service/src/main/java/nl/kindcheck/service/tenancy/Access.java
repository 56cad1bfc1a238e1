package nl.kindcheck.service.tenancy;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in caller may do, at which organisation.
 *
 * @param user who it is, as the identity provider names them; never shown and never logged
 * @param roles at least one
 * @param scopes SMART scopes that were granted
 * @param patient whose record was opened when the token was given, as in {@code Patient/12}; null
 *     for none
 */
public record Access(
    TenantId tenant,
    String user,
    Set<Role> roles,
    List<SmartScope> scopes,
    @Nullable String patient) {

  public Access {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Access without a role");
    }
    // In the order in which they are declared, so that the same token always acts as the same role.
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    scopes = List.copyOf(scopes);
  }

  /** With scopes as they stand in a token; one that is none of SMART's grants nothing. */
  public static Access of(
      TenantId tenant,
      String user,
      Set<Role> roles,
      Collection<String> scopes,
      @Nullable String patient) {
    List<SmartScope> parsed = scopes.stream().flatMap(s -> SmartScope.parse(s).stream()).toList();
    return new Access(tenant, user, roles, parsed, patient);
  }

  /**
   * What the scopes grant to roles: a scope for a system counts for a system, one for a user for a
   * person, and a clinician reaches the patient of the launch alone. More scope is never more than
   * the role.
   *
   * @param permitted those of the caller's roles that the matrix lets through here
   */
  Grant grant(Set<Role> permitted, SmartScope.Interaction interaction, String type) {
    List<Grant.Reach> reaches =
        scopes.stream()
            .filter(scope -> scope.allows(interaction, type))
            .flatMap(scope -> permitted.stream().flatMap(role -> reach(role, scope).stream()))
            .distinct()
            .toList();
    return new Grant(tenant, type, patient, reaches);
  }

  private Optional<Grant.Reach> reach(Role role, SmartScope scope) {
    boolean counts =
        switch (scope.context()) {
          case SYSTEM -> role == Role.SYSTEM;
          case USER -> role != Role.SYSTEM;
          case PATIENT -> true;
        };
    boolean ofThePatient = scope.context() == SmartScope.Context.PATIENT || role == Role.CLINICIAN;
    if (!counts || (ofThePatient && patient == null)) {
      return Optional.empty();
    }
    boolean patientScope = scope.context() == SmartScope.Context.PATIENT;
    return Optional.of(new Grant.Reach(ofThePatient, patientScope, scope.query()));
  }

  /**
   * Whether a role is let through by a scope that names the type: one for every type does not
   * count.
   */
  boolean mayByName(Set<Role> permitted, SmartScope.Interaction interaction, String resourceType) {
    return scopes.stream()
        .filter(scope -> scope.resourceType().equals(resourceType))
        .filter(scope -> scope.context() != SmartScope.Context.PATIENT)
        .filter(scope -> scope.allows(interaction, resourceType))
        .anyMatch(scope -> permitted.stream().anyMatch(role -> reach(role, scope).isPresent()));
  }
}
