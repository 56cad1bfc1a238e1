package nl.kindcheck.bench.world;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Signs tokens, many at once and beforehand, so that a measured call pays nothing for them. */
public final class Tokens {

  /** The service accepts ten minutes at most, and clocks are one here. */
  private static final int SECONDS = 590;

  private final Outside outside;
  private final JWSSigner rsa;
  private final JWSSigner ec;

  public Tokens(Outside outside) throws JOSEException {
    this.outside = outside;
    RSASSASigner rsaSigner = new RSASSASigner(outside.rsa);
    ECDSASigner ecSigner = new ECDSASigner(outside.ec);
    if (hasFastProvider()) {
      rsaSigner.getJCAContext().setProvider(AmazonCorrettoCryptoProvider.INSTANCE);
      ecSigner.getJCAContext().setProvider(AmazonCorrettoCryptoProvider.INSTANCE);
    }
    this.rsa = rsaSigner;
    this.ec = ecSigner;
  }

  private static boolean hasFastProvider() {
    try {
      return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Tokens of the EPD for the hook, each good for one call. */
  public List<String> forHooks(JWSAlgorithm algorithm, int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            n ->
                sign(
                    algorithm,
                    claims()
                        .issuer(outside.url("/epd"))
                        .audience(Outside.PUBLIC_URL + "/cds-services/kindcheck")
                        .jwtID(UUID.randomUUID().toString())
                        .build()))
        .toList();
  }

  /** A bearer token of the identity provider. */
  public String bearer() {
    return sign(
        JWSAlgorithm.RS384,
        claims()
            .issuer(outside.url("/idp"))
            .subject("bench")
            .audience("kindcheck")
            .claim("organization", Outside.ORGANISATION)
            .claim("realm_access", Map.of("roles", List.of("system")))
            .claim("scope", "system/*.cruds")
            .build());
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(SECONDS)));
  }

  private String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) {
    boolean elliptic = algorithm.equals(JWSAlgorithm.ES384);
    String key = elliptic ? outside.ec.getKeyID() : outside.rsa.getKeyID();
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
    try {
      token.sign(elliptic ? ec : rsa);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
