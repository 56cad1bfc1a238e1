package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/**
 * A sign-in under way, kept by the browser that began it: no instance remembers anything.
 *
 * <p>The attack: somebody sends a victim the way back of his own sign-in, so that the victim works
 * in his name. The rule: the way back counts in the browser alone that holds the state, the nonce
 * and the verifier of the way there.
 */
@Component
class BegunSignIn implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9_=-]{20,100})\\.([A-Za-z0-9_-]{20,200})\\.([A-Za-z0-9_-]{43,128})");

  private final OfficeCookies cookies;
  private final SignInProvider provider;

  BegunSignIn(OfficeCookies cookies, SignInProvider provider) {
    this.cookies = cookies;
    this.provider = provider;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest begun,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (begun == null) {
      cookies.removeSignIn(response);
      return;
    }
    String nonce = begun.getAttribute(OidcParameterNames.NONCE);
    String verifier = begun.getAttribute(PkceParameterNames.CODE_VERIFIER);
    cookies.setSignIn(response, begun.getState() + "." + nonce + "." + verifier);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return begun(request).orElse(null);
  }

  private Optional<OAuth2AuthorizationRequest> begun(HttpServletRequest request) {
    Matcher parts = FORM.matcher(cookies.signIn(request).orElse(""));
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    if (!parts.matches() || !parts.group(1).equals(state)) {
      return Optional.empty();
    }
    ClientRegistration registration = provider.registration();
    return Optional.of(
        OAuth2AuthorizationRequest.authorizationCode()
            .clientId(registration.getClientId())
            .authorizationUri(
                String.valueOf(registration.getProviderDetails().getAuthorizationUri()))
            .redirectUri(registration.getRedirectUri())
            .scopes(registration.getScopes())
            .state(parts.group(1))
            .attributes(
                Map.of(
                    OAuth2ParameterNames.REGISTRATION_ID,
                    SignInProvider.ID,
                    OidcParameterNames.NONCE,
                    parts.group(2),
                    PkceParameterNames.CODE_VERIFIER,
                    parts.group(3)))
            .build());
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    cookies.removeSignIn(response);
    return loadAuthorizationRequest(request);
  }
}
