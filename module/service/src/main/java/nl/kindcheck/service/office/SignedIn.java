package nl.kindcheck.service.office;

import java.util.List;
import java.util.stream.Stream;
import nl.kindcheck.service.tenancy.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody whom the identity provider just named, with what we make of it. */
final class SignedIn extends DefaultOidcUser {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_NAME = 200;

  private final transient Access access;
  private final @Nullable String fhirUser;

  SignedIn(Access access, @Nullable String fhirUser, OidcIdToken token) {
    super(List.of(), token);
    this.access = access;
    this.fhirUser = fhirUser;
  }

  /** Who they are in the EPD, as the identity provider says; null where it does not. */
  @Nullable String fhirUser() {
    return fhirUser;
  }

  Access access() {
    return access;
  }

  /** For the person's own eyes; the sign-in name where the provider gives no other. */
  String shownName() {
    String shown =
        Stream.of(getFullName(), getPreferredUsername(), getSubject())
            .filter(name -> name != null && !name.isBlank())
            .findFirst()
            .orElseThrow();
    return shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
  }
}
