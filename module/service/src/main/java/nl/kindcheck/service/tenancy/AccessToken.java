package nl.kindcheck.service.tenancy;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller who is signed in, with its {@link Access}. */
public final class AccessToken extends AbstractAuthenticationToken implements CurrentActor.Acting {

  /** As {@link Actor#source()} of whoever signed in below {@code /office}. */
  public static final String OFFICE = "office";

  private static final long serialVersionUID = 1L;

  private final transient Access access;
  private final String source;

  /**
   * @param source as in {@link Actor}
   */
  public AccessToken(Access access, String source) {
    super(List.of());
    this.access = access;
    this.source = source;
    setAuthenticated(true);
  }

  public Access access() {
    return access;
  }

  /** In the role in which the matrix lets the present request through. */
  @Override
  public Actor actor() {
    return new Actor(
        access.user(),
        Permitted.roles().filter(r -> !r.isEmpty()).orElse(access.roles()).iterator().next(),
        source);
  }

  @Override
  public TenantId tenant() {
    return access.tenant();
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
