package nl.kindcheck.service.cdshooks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.Key;
import java.security.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.service.platform.Outgoing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The public keys of the registered EPDs, read from their registered addresses and kept; and the
 * verifiers made of them. A key that is unknown makes the address be read again, at most every half
 * minute, so that a flood of unknown keys is no flood of reads.
 */
@Component
class Keys {

  private static final Logger log = LoggerFactory.getLogger(Keys.class);
  private static final Outgoing.Limits LIMITS = new Outgoing.Limits(Duration.ofSeconds(2), 100_000);
  private static final long FRESH_MILLIS = 15 * 60_000L;
  private static final long REFRESH_MILLIS = 2_000L;
  private static final long RATE_MILLIS = 30_000L;
  private static final long OUTAGE_MILLIS = 4 * 3_600_000L;

  private final Map<URI, JWKSource<SecurityContext>> sources = new ConcurrentHashMap<>();
  private final Map<String, Made> ready = new ConcurrentHashMap<>();
  private final ResourceRetriever retriever;
  private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

  /**
   * @param of the key as it was read; once it is read anew, another verifier is made
   */
  private record Made(JWK of, JWSVerifier verifier) {}

  Keys(Outgoing outgoing) {
    retriever = outgoing.keys(LIMITS);
    Provider fast = corretto();
    if (fast != null) {
      verifiers.getJCAContext().setProvider(fast);
    }
  }

  private static @Nullable Provider corretto() {
    try {
      var provider = AmazonCorrettoCryptoProvider.INSTANCE;
      if (provider.getLoadingError() == null) {
        return provider;
      }
    } catch (LinkageError e) {
      log.debug("No native cryptography on this platform", e);
    }
    log.info("Signatures are verified by Java's own provider: slower, equally safe");
    return null;
  }

  /**
   * A verifier for a token.
   *
   * @throws Unauthorized where the registered address has no such key of the right type
   */
  JWSVerifier verifierFor(URI jwks, JWSHeader header) throws Unauthorized {
    try {
      JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
      if (matcher == null) {
        throw new Unauthorized("algorithm");
      }
      List<JWK> found = source(jwks).get(new JWKSelector(matcher), null);
      if (found.size() != 1) {
        throw new Unauthorized("key");
      }
      return verifier(jwks, header, found.get(0));
    } catch (JOSEException e) {
      throw new Unauthorized("key");
    }
  }

  /** A verifier may be used by many at once; making one costs more than using it. */
  private JWSVerifier verifier(URI jwks, JWSHeader header, JWK jwk) throws JOSEException {
    String name = jwks + " " + header.getAlgorithm() + " " + header.getKeyID();
    Made made = ready.get(name);
    if (made == null || made.of() != jwk) {
      Key key = jwk instanceof ECKey ec ? ec.toPublicKey() : ((RSAKey) jwk).toPublicKey();
      made = new Made(jwk, verifiers.createJWSVerifier(header, key));
      ready.put(name, made);
    }
    return made.verifier();
  }

  private JWKSource<SecurityContext> source(URI jwks) {
    return sources.computeIfAbsent(
        jwks,
        address -> {
          try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), retriever)
                .cache(FRESH_MILLIS, REFRESH_MILLIS)
                .rateLimited(RATE_MILLIS)
                .outageTolerant(OUTAGE_MILLIS)
                .build();
          } catch (MalformedURLException e) {
            throw new IllegalArgumentException("kindcheck.epds: jwks is not an address", e);
          }
        });
  }
}
