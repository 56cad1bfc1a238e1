package nl.kindcheck.service.launch;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A clinician who opened Kindcheck from the EPD. */
final class LaunchedUser extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final String user;

  LaunchedUser(LaunchContext launch) {
    super(List.of());
    user = launch.user();
    setAuthenticated(true);
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
