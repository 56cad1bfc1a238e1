package nl.kindcheck.service.tenancy;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Makes the product's own {@link Access} of the claims of a token that was found to be good. */
@Component
public class Identities {

  private static final Pattern PATIENT = Pattern.compile("(?:Patient/)?([A-Za-z0-9.-]{1,64})");

  private static final int LONGEST_REFERENCE = 500;

  private final IdentityClaims provider;
  private final IdentitySettings settings;
  private final Organisations organisations;

  Identities(IdentityClaims provider, IdentitySettings settings, Organisations organisations) {
    this.provider = provider;
    this.settings = settings;
    this.organisations = organisations;
  }

  /**
   * Who the bearer of a token is.
   *
   * @throws BadCredentialsException for nobody, for anything but one organisation that is
   *     registered here, and without a role of ours; its message names which of them
   */
  public Access of(Map<String, Object> claims) {
    if (!(claims.get("sub") instanceof String user) || user.isBlank()) {
      throw new BadCredentialsException("subject");
    }
    TenantId tenant = organisation(claims);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    provider.roles(claims).forEach(code -> Role.find(code).ifPresent(roles::add));
    if (roles.isEmpty()) {
      throw new BadCredentialsException("role");
    }
    return Access.of(tenant, user, roles, scopes(claims), patient(claims));
  }

  /** With two of them nobody knows whose record is meant: none is guessed. */
  private TenantId organisation(Map<String, Object> claims) {
    Set<String> codes = provider.organisations(claims);
    if (codes.size() != 1) {
      throw new BadCredentialsException("organisation");
    }
    return organisations
        .byCode(codes.iterator().next())
        .orElseThrow(() -> new BadCredentialsException("organisation"))
        .tenant();
  }

  private Set<String> scopes(Map<String, Object> claims) {
    Set<String> scopes = new LinkedHashSet<>();
    Claims.texts(Claims.at(claims, settings.scopeClaim()))
        .forEach(text -> scopes.addAll(List.of(text.split(" "))));
    return scopes;
  }

  /** Who somebody is in the EPD, as it stands there; null where it is no text, or there is none. */
  public @Nullable String fhirUser(Map<String, Object> claims) {
    return Claims.at(claims, settings.fhirUserClaim()) instanceof String user
            && !user.isBlank()
            && user.length() <= LONGEST_REFERENCE
        ? user
        : null;
  }

  private @Nullable String patient(Map<String, Object> claims) {
    if (Claims.at(claims, settings.patientClaim()) instanceof String patient) {
      var parts = PATIENT.matcher(patient);
      return parts.matches() ? "Patient/" + parts.group(1) : null;
    }
    return null;
  }
}
