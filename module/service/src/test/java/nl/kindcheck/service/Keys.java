package nl.kindcheck.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;

/** The key pairs of a party in the tests, and tokens signed with them. */
public final class Keys {

  public final RSAKey rsa;
  public final ECKey ec;

  public Keys(String name) {
    try {
      rsa = new RSAKeyGenerator(2048).keyID(name + "-rsa").algorithm(JWSAlgorithm.RS384).generate();
      ec =
          new ECKeyGenerator(Curve.P_384)
              .keyID(name + "-ec")
              .algorithm(JWSAlgorithm.ES384)
              .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public halves, as a JWKS document. */
  public String jwks() {
    return new JWKSet(List.of(rsa, ec)).toPublicJWKSet().toString();
  }

  public String rs384(JWTClaimsSet claims) {
    return sign(new JWSHeader.Builder(JWSAlgorithm.RS384).keyID(rsa.getKeyID()).build(), claims);
  }

  public String es384(JWTClaimsSet claims) {
    return sign(new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(ec.getKeyID()).build(), claims);
  }

  /** With a header of the test's own making. */
  public String sign(JWSHeader header, JWTClaimsSet claims) {
    try {
      boolean elliptic = header.getAlgorithm().getName().startsWith("ES");
      JWSSigner signer = elliptic ? new ECDSASigner(ec) : new RSASSASigner(rsa);
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
