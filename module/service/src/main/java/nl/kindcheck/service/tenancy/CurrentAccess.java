package nl.kindcheck.service.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The access of the present request. */
@Component
public class CurrentAccess {

  private final GranularScopes granular;
  private final Matrix matrix;

  CurrentAccess(GranularScopes granular, Matrix matrix) {
    this.granular = granular;
    this.matrix = matrix;
  }

  /**
   * The organisation of the caller, where it may do this with some resources of the type. Which
   * ones says {@link #grant}.
   *
   * @throws Refused 401 where nobody is signed in, 403 where the granted scopes do not cover it
   */
  public TenantId require(SmartScope.Interaction interaction, String resourceType) {
    return grant(interaction, resourceType).tenant();
  }

  /**
   * What the caller may reach.
   *
   * @throws Refused as {@link #require} does
   */
  public Grant grant(SmartScope.Interaction interaction, String resourceType) {
    return grant(present(), Permitted.roles().orElse(Set.of()), interaction, resourceType);
  }

  /**
   * What the caller may reach on an address that is not the one that was called: the next page of a
   * search does not name its type.
   *
   * @throws Refused as {@link #require} does
   */
  public Grant grantAt(String path, SmartScope.Interaction interaction, String resourceType) {
    Access access = present();
    Set<Role> roles = matrix.rolesAt("GET", path, access.roles());
    return grant(access, roles, interaction, resourceType);
  }

  /**
   * The organisation of the caller, where it may do this with everything of a patient.
   *
   * @param patient as in {@code Patient/12}
   * @throws Refused as {@link #require} does
   */
  public TenantId requireFor(
      String patient, SmartScope.Interaction interaction, String resourceType) {
    Grant grant = grant(interaction, resourceType);
    if (!grant.covers(patient)) {
      throw new Refused(HttpStatus.FORBIDDEN, "access.patient", null);
    }
    return grant.tenant();
  }

  private Grant grant(
      Access access, Set<Role> roles, SmartScope.Interaction interaction, String type) {
    Grant grant = kept(access, type).grant(roles, interaction, type);
    if (grant.grantsNothing()) {
      throw refusal(access, roles, interaction, type);
    }
    return grant;
  }

  /** Without the scopes whose query cannot be kept to. */
  private Access kept(Access access, String type) {
    List<SmartScope> scopes =
        access.scopes().stream()
            .filter(scope -> scope.query().isEmpty() || granular.understands(scope, type))
            .toList();
    return new Access(access.tenant(), access.user(), access.roles(), scopes, access.patient());
  }

  /** Whoever asked for less than everything is told why it became nothing. */
  private Refused refusal(
      Access access, Set<Role> roles, SmartScope.Interaction interaction, String type) {
    boolean queryWasIt = !access.grant(roles, interaction, type).grantsNothing();
    return queryWasIt
        ? new Refused(HttpStatus.FORBIDDEN, "access.scope-query", null, Map.of("type", type))
        : new Refused(HttpStatus.FORBIDDEN, "access.scope", null);
  }

  /**
   * The same for what a scope for every type does not open.
   *
   * @throws Refused 401 where nobody is signed in, 403 where no granted scope names the type
   */
  public TenantId requireByName(SmartScope.Interaction interaction, String resourceType) {
    Access access = present();
    if (!access.mayByName(Permitted.roles().orElse(Set.of()), interaction, resourceType)) {
      throw new Refused(HttpStatus.FORBIDDEN, "access.scope", null);
    }
    return access.tenant();
  }

  /**
   * The organisation of the caller, whatever it may do there.
   *
   * @throws Refused 401 where nobody is signed in
   */
  public TenantId organisation() {
    return present().tenant();
  }

  /**
   * What the caller is there.
   *
   * @throws Refused 401 where nobody is signed in
   */
  public Set<Role> roles() {
    return present().roles();
  }

  private static Access present() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof AccessToken token) {
      return token.access();
    }
    throw new Refused(HttpStatus.UNAUTHORIZED, "access.nobody", null);
  }
}
