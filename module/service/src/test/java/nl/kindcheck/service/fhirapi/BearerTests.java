package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a good token must say of its bearer before anything opens. */
class BearerTests extends FhirTest {

  private Answer with(JWTClaimsSet.Builder claims) {
    return send(request("/fhir/Task").header("Authorization", "Bearer " + World.bearer(claims)));
  }

  private static JWTClaimsSet.Builder good() {
    return World.bearerClaims("haven", "system", "system/*.rs");
  }

  @Test
  void oneOrganisationThatIsKnownAndOneRoleAreEnough() {
    assertThat(with(good()).status()).isEqualTo(200);
    assertThat(with(good().claim("organization", List.of("haven"))).status()).isEqualTo(200);
    assertThat(with(good().claim("organization", Map.of("haven", Map.of()))).status())
        .isEqualTo(200);
  }

  static Stream<Object> organisations() {
    return Stream.of(
        "",
        "elsewhere",
        "Haven",
        7,
        List.of(),
        List.of("haven", "duin"),
        List.of("haven", 7),
        Map.of("haven", Map.of(), "duin", Map.of()),
        Map.of("elsewhere", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("organisations")
  void anythingButOneKnownOrganisationIsRefused(Object organisation) {
    refused(with(good().claim("organization", organisation)), 401);
  }

  @Test
  void noOrganisationIsRefused() {
    refused(with(good().claim("organization", null)), 401);
  }

  static Stream<Object> roles() {
    return Stream.of(
        Map.of(),
        Map.of("roles", List.of()),
        Map.of("roles", List.of("superuser")),
        Map.of("roles", "system"),
        Map.of("roles", List.of("system", 7)),
        "system",
        7);
  }

  @ParameterizedTest
  @MethodSource("roles")
  void withoutARoleOfOursNothingOpens(Object realmAccess) {
    refused(with(good().claim("realm_access", realmAccess)), 401);
  }

  @Test
  void aRoleOfOurClientCounts() {
    assertThat(
            with(good()
                    .claim("realm_access", null)
                    .claim(
                        "resource_access", Map.of("kindcheck", Map.of("roles", List.of("system")))))
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "", "kindcheck2"})
  void aTokenForAnotherServiceIsRefused(String audience) {
    refused(with(good().audience(audience)), 401);
  }

  @Test
  void aTokenForAnotherServiceAndOursIsTaken() {
    assertThat(with(good().audience(List.of("account", "kindcheck"))).status()).isEqualTo(200);
  }

  @Test
  void aTokenOfNobodyIsRefused() {
    refused(with(good().subject(null)), 401);
  }

  @Test
  void aRoleThatHasNothingToDoHereIsRefusedAsThatAndNotAsNobody() {
    refused(with(World.bearerClaims("haven", "manager", "user/*.rs")), 403);
  }
}
