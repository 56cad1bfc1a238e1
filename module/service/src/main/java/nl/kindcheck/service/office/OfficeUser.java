package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.kindcheck.service.launch.Key;
import nl.kindcheck.service.tenancy.Access;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param name as the identity provider gives it, for the person's own eyes
 * @param fhirUser who they are in the EPD, as the identity provider says; null where it does not
 */
record OfficeUser(Key key, Access access, String name, @Nullable String fhirUser) {

  private static final String ATTRIBUTE = OfficeUser.class.getName();

  static void set(HttpServletRequest request, OfficeUser user) {
    request.setAttribute(ATTRIBUTE, user);
  }

  static Optional<OfficeUser> find(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof OfficeUser user
        ? Optional.of(user)
        : Optional.empty();
  }

  /** Of a request that the chain let through. */
  static OfficeUser of(HttpServletRequest request) {
    return find(request).orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
  }

  /** Never the name: a record's own would show it in a log. */
  @Override
  public String toString() {
    return "OfficeUser of " + access.tenant();
  }
}
