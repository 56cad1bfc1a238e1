package nl.kindcheck.service.tenancy;

import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The access of the present request. */
@Component
public class CurrentAccess {

  /**
   * The organisation of the caller, where it may do this.
   *
   * @throws Refused 401 where nobody is signed in, 403 where the granted scopes do not cover it
   */
  public TenantId require(SmartScope.Interaction interaction, String resourceType) {
    Access access = present();
    if (!access.may(interaction, resourceType)) {
      throw new Refused(HttpStatus.FORBIDDEN, "access.scope", null);
    }
    return access.tenant();
  }

  /**
   * The same for what a scope for every type does not open.
   *
   * @throws Refused 401 where nobody is signed in, 403 where no granted scope names the type
   */
  public TenantId requireByName(SmartScope.Interaction interaction, String resourceType) {
    Access access = present();
    if (!access.mayByName(interaction, resourceType)) {
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

  private static Access present() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof AccessToken token) {
      return token.access();
    }
    throw new Refused(HttpStatus.UNAUTHORIZED, "access.nobody", null);
  }
}
