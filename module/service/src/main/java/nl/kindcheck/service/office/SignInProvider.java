package nl.kindcheck.service.office;

import java.net.URI;
import java.util.Optional;
import nl.kindcheck.service.platform.PublicUrl;
import nl.kindcheck.service.tenancy.IdentitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The identity provider where people sign in: the issuer whose bearer tokens the service accepts.
 * It is asked for its addresses when somebody signs in first, so that hooks are answered also where
 * the provider is away when the service starts.
 */
@Component
class SignInProvider implements ClientRegistrationRepository {

  static final String ID = "office";
  static final String CALLBACK = "/office/login/callback";
  static final String SIGNED_OUT = "/office/signed-out";

  private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

  private final IdentitySettings settings;
  private final PublicUrl publicUrl;
  private final ProviderCalls calls;
  private final String issuer;
  private volatile @Nullable ClientRegistration known;

  SignInProvider(
      IdentitySettings settings,
      PublicUrl publicUrl,
      ProviderCalls calls,
      Environment environment) {
    this.calls = calls;
    this.settings = settings;
    this.publicUrl = publicUrl;
    this.issuer = environment.getProperty(ISSUER, "");
  }

  /** Whether there is a provider at which we are registered. */
  boolean isSetUp() {
    String secret = settings.clientSecret();
    return !issuer.isBlank() && secret != null && !secret.isBlank();
  }

  /** Where a form of ours may lead: to sign out at the provider. */
  String origin() {
    URI address = URI.create(issuer);
    return address.getScheme() + "://" + address.getAuthority();
  }

  /**
   * @throws RuntimeException where the provider does not answer
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(ID) && isSetUp() ? registration() : null;
  }

  ClientRegistration registration() {
    ClientRegistration registration = known;
    if (registration == null) {
      registration = discover();
      known = registration;
    }
    return registration;
  }

  private ClientRegistration discover() {
    return ClientRegistrations.fromOidcConfiguration(calls.configuration(issuer))
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .redirectUri(publicUrl.of(CALLBACK))
        .scope("openid", "profile")
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  /**
   * Where the session at the provider ends. Without the ID token as a hint, which would stand in an
   * address: the provider asks the person instead. Empty where the provider has no such address.
   */
  Optional<URI> signOut() {
    Object address =
        registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    return address == null
        ? Optional.empty()
        : Optional.of(
            UriComponentsBuilder.fromUriString(address.toString())
                .queryParam("client_id", settings.clientId())
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(publicUrl.of(SIGNED_OUT))
                .toUri());
  }
}
