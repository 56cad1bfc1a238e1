package nl.kindcheck.service.office;

import java.util.EnumSet;
import java.util.Set;
import nl.kindcheck.service.tenancy.Access;
import nl.kindcheck.service.tenancy.Identities;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Knows somebody by the ID token: organisation, roles and name stand in it. */
@Component
class SignInUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

  static final String HOME = "/office";

  private final Identities identities;
  private final Matrix matrix;

  SignInUsers(Identities identities, Matrix matrix) {
    this.identities = identities;
    this.matrix = matrix;
  }

  /**
   * @throws OAuth2AuthenticationException with the part that is missing as its code: {@code
   *     organisation}, {@code role}
   */
  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    Access access;
    try {
      access = identities.of(request.getIdToken().getClaims());
    } catch (BadCredentialsException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    // A system signs nobody in.
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(matrix.rolesAt("GET", HOME, access.roles()));
    if (roles.isEmpty()) {
      throw refused("role");
    }
    Access here =
        new Access(access.tenant(), access.user(), roles, access.scopes(), access.patient());
    return new SignedIn(
        here, identities.fhirUser(request.getIdToken().getClaims()), request.getIdToken());
  }

  private static OAuth2AuthenticationException refused(String part) {
    return new OAuth2AuthenticationException(new OAuth2Error(part));
  }
}
