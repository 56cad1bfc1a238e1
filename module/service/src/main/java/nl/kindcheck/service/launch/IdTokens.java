package nl.kindcheck.service.launch;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.service.epd.SmartServer.Addresses;
import nl.kindcheck.service.platform.Outgoing;
import nl.kindcheck.service.platform.SecurityClock;
import org.springframework.stereotype.Component;

/**
 * Checks the id_token of a launch (OpenID Connect Core 3.1.3.7).
 *
 * <p>The attacks: a token that nobody signed, or that was signed with the public key as a shared
 * secret; one made for another application, for an earlier launch, or long ago. The rules: an
 * asymmetric algorithm, a key of the EPD, its issuer, us as audience, the nonce of this launch, and
 * times that fit.
 */
@Component
class IdTokens {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** How far the clocks of two machines may differ. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final Outgoing.Limits LIMITS = new Outgoing.Limits(Duration.ofSeconds(2), 100_000);

  private final Map<URI, DefaultJWTProcessor<SecurityContext>> verifiers =
      new ConcurrentHashMap<>();
  private final ResourceRetriever retriever;
  private final SecurityClock clock;

  IdTokens(Outgoing outgoing, SecurityClock clock) {
    this.retriever = outgoing.keys(LIMITS);
    this.clock = clock;
  }

  /**
   * The claims of a token that is right.
   *
   * @throws NotLaunched where anything about it is not
   */
  JWTClaimsSet verified(String token, Addresses server, String client, String nonce)
      throws NotLaunched {
    JWTClaimsSet claims;
    try {
      claims = verifier(server.jwks()).process(token, null);
      boolean ours =
          server.issuer().equals(claims.getIssuer())
              && claims.getAudience().contains(client)
              && isForUs(claims, client)
              && nonce.equals(claims.getStringClaim("nonce"));
      if (!ours) {
        throw new NotLaunched(LaunchPage.REFUSED, "id_token of another launch");
      }
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new NotLaunched(LaunchPage.REFUSED, "id_token: form, key or signature");
    }
    checkTimes(claims.getIssueTime(), claims.getExpirationTime());
    return claims;
  }

  /** With more than one audience the token says for whom it was made. */
  private static boolean isForUs(JWTClaimsSet claims, String client) throws ParseException {
    String party = claims.getStringClaim("azp");
    return party == null ? claims.getAudience().size() == 1 : party.equals(client);
  }

  private void checkTimes(Date issued, Date expires) throws NotLaunched {
    Instant now = clock.now();
    boolean fits =
        issued != null
            && expires != null
            && issued.toInstant().isBefore(now.plus(SKEW))
            && expires.toInstant().isAfter(now.minus(SKEW));
    if (!fits) {
      throw new NotLaunched(LaunchPage.REFUSED, "id_token: times");
    }
  }

  private DefaultJWTProcessor<SecurityContext> verifier(URI jwks) {
    return verifiers.computeIfAbsent(jwks, this::make);
  }

  private DefaultJWTProcessor<SecurityContext> make(URI jwks) {
    try {
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.<SecurityContext>create(jwks.toURL(), retriever).build();
      DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
      processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
      // The claims are checked above, by our own clock.
      processor.setJWTClaimsSetVerifier((claims, context) -> {});
      return processor;
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("jwks_uri", e);
    }
  }
}
