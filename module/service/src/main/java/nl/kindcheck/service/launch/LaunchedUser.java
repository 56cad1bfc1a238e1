package nl.kindcheck.service.launch;

import java.util.List;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.MatrixAuthorization;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A clinician who opened Kindcheck from the EPD. */
final class LaunchedUser extends AbstractAuthenticationToken implements CurrentActor.Acting {

  private static final long serialVersionUID = 1L;

  private final String user;
  private final transient TenantId tenant;

  LaunchedUser(LaunchContext launch) {
    super(List.of(new SimpleGrantedAuthority(MatrixAuthorization.sessionAuthority())));
    user = launch.user();
    tenant = launch.tenant();
    setAuthenticated(true);
  }

  @Override
  public Actor actor() {
    return new Actor(user, Role.CLINICIAN, "launch");
  }

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return user;
  }
}
