package nl.kindcheck.demoepd.smart;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** The clinician who works here, while an app is opened in a record. */
final class LaunchedUser extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final Launch launch;

  LaunchedUser(Launch launch) {
    // An id_token tells since when somebody is signed in: here, since this launch.
    super(List.of(FactorGrantedAuthority.fromAuthority("FACTOR_LAUNCH")));
    this.launch = launch;
    setAuthenticated(true);
  }

  Launch launch() {
    return launch;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return launch.user();
  }
}
