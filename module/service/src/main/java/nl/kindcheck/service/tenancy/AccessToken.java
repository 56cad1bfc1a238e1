package nl.kindcheck.service.tenancy;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A signed-in caller with its {@link Access}. */
final class AccessToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Access access;

  AccessToken(Access access) {
    super(List.of());
    this.access = access;
    setAuthenticated(true);
  }

  Access access() {
    return access;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return access.user();
  }
}
