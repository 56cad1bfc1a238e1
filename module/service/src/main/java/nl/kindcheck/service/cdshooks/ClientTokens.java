package nl.kindcheck.service.cdshooks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks the token that every CDS Hooks call carries (CDS Hooks 2.0.1, Trusting CDS Clients).
 *
 * <p>The attacks: a token signed by nobody, or with the public key as a shared secret; a key that
 * the token brings itself or points to; a token made for another service, an old one, or one seen
 * before. The rules, in this order: an asymmetric algorithm of the list; an issuer that is
 * registered; a {@code kid} and no key in the header, and a {@code jku} only where it is the
 * registered one; the registered key; this endpoint as audience; times that fit; and, in the
 * transaction of the call, a {@code jti} that was not used before.
 */
@Component
class ClientTokens {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.ES384,
          JWSAlgorithm.RS384,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES512,
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512);

  /** How far the clocks of two machines may differ. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /**
   * The specification advises five minutes; longer ones would keep a {@code jti} in store for long.
   */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int LONGEST_JTI = 200;

  private final EpdConnections connections;
  private final Organisations organisations;
  private final Keys keys;
  private final SecurityClock clock;

  ClientTokens(
      EpdConnections connections, Organisations organisations, Keys keys, SecurityClock clock) {
    this.connections = connections;
    this.organisations = organisations;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Who calls, by the token.
   *
   * @param authorization the header; null where there is none
   * @param endpoint the address that was called, as outsiders know it
   * @throws Unauthorized where anything about the token is not right
   */
  Caller caller(@Nullable String authorization, String endpoint) throws Unauthorized {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new Unauthorized("no token");
    }
    try {
      SignedJWT token = SignedJWT.parse(authorization.substring(7).trim());
      JWTClaimsSet claims = token.getJWTClaimsSet();
      Connection connection = connection(token.getHeader(), claims);
      if (!token.verify(keys.verifierFor(registeredKeys(connection), token.getHeader()))) {
        throw new Unauthorized("signature");
      }
      return new Caller(
          organisations
              .byCode(connection.organisation())
              .orElseThrow(() -> new Unauthorized("organisation"))
              .tenant(),
          connection,
          oneCall(claims, endpoint));
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw new Unauthorized("form");
    }
  }

  private Connection connection(JWSHeader header, JWTClaimsSet claims) throws Unauthorized {
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      throw new Unauthorized("algorithm");
    }
    String issuer = claims.getIssuer();
    if (issuer == null) {
      throw new Unauthorized("issuer");
    }
    Connection connection =
        connections.byIssuer(issuer).orElseThrow(() -> new Unauthorized("issuer"));
    URI jku = header.getJWKURL();
    boolean bringsKey =
        header.getJWK() != null
            || header.getX509CertChain() != null
            || header.getX509CertURL() != null;
    if (header.getKeyID() == null || bringsKey || (jku != null && !jku.equals(connection.jwks()))) {
      throw new Unauthorized("key");
    }
    return connection;
  }

  private static URI registeredKeys(Connection connection) throws Unauthorized {
    URI jwks = connection.jwks();
    if (jwks == null) {
      throw new Unauthorized("key");
    }
    return jwks;
  }

  private Caller.OneCall oneCall(JWTClaimsSet claims, String endpoint) throws Unauthorized {
    if (!claims.getAudience().equals(List.of(endpoint))) {
      throw new Unauthorized("audience");
    }
    Instant now = clock.now();
    Instant issued = required(claims.getIssueTime());
    Instant expires = required(claims.getExpirationTime());
    boolean tooEarly = issued.isAfter(now.plus(SKEW)) || notYet(claims.getNotBeforeTime(), now);
    boolean tooLate = !expires.isAfter(now.minus(SKEW));
    if (tooEarly || tooLate || expires.isAfter(issued.plus(LONGEST))) {
      throw new Unauthorized("time");
    }
    String jti = claims.getJWTID();
    if (jti == null || jti.isBlank() || jti.length() > LONGEST_JTI || !isPrintable(jti)) {
      throw new Unauthorized("jti");
    }
    return new Caller.OneCall(jti, expires.plus(SKEW));
  }

  /** A database keeps no NUL: an id with one would be a token that cannot be marked as used. */
  private static boolean isPrintable(String jti) {
    return jti.chars().noneMatch(Character::isISOControl);
  }

  private static boolean notYet(@Nullable Date notBefore, Instant now) {
    return notBefore != null && notBefore.toInstant().isAfter(now.plus(SKEW));
  }

  private static Instant required(@Nullable Date time) throws Unauthorized {
    if (time == null) {
      throw new Unauthorized("time");
    }
    return time.toInstant();
  }
}
