package nl.kindcheck.service.launch;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.epd.SmartServer;
import nl.kindcheck.service.epd.SmartServer.Addresses;
import nl.kindcheck.service.epd.SmartServer.NotGiven;
import nl.kindcheck.service.platform.PublicUrl;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The two halves of a launch: sending the browser to the EPD, and taking it back. */
@Component
class Opening {

  static final String CALLBACK = "/launch/callback";

  /** No more than is read: the token is kept while the session lasts. */
  private static final String SCOPES =
      "launch openid fhirUser patient/Patient.rs patient/RelatedPerson.rs patient/Observation.rs";

  private static final int LONGEST_LAUNCH = 4_000;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  private final EpdConnections connections;
  private final Organisations organisations;
  private final SmartServer epds;
  private final Begun begun;
  private final IdTokens idTokens;
  private final PublicUrl publicUrl;
  private final SecurityClock clock;
  private final SessionSettings settings;

  Opening(
      EpdConnections connections,
      Organisations organisations,
      SmartServer epds,
      Begun begun,
      IdTokens idTokens,
      PublicUrl publicUrl,
      SecurityClock clock,
      SessionSettings settings) {
    this.connections = connections;
    this.organisations = organisations;
    this.epds = epds;
    this.begun = begun;
    this.idTokens = idTokens;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Where the browser is sent for a launch.
   *
   * @param iss the FHIR server that the EPD names; only a registered one is ever asked anything
   * @param launch what the EPD gave to be handed back
   * @param browser the secret that the browser will hold
   * @throws NotLaunched with the page that says why not
   */
  URI begin(@Nullable String iss, @Nullable String launch, String browser, Locale locale)
      throws NotLaunched {
    if (iss == null || launch == null || launch.isBlank() || launch.length() > LONGEST_LAUNCH) {
      throw new NotLaunched(LaunchPage.INCOMPLETE, "iss or launch is missing");
    }
    Connection epd =
        connections
            .byFhirServer(iss)
            .orElseThrow(() -> new NotLaunched(LaunchPage.UNKNOWN_EPD, "iss is not registered"));
    Addresses server = discover(epd);
    Begun.Dance dance = begun.begin(tenant(epd), browser, locale);
    return UriComponentsBuilder.fromUri(server.authorize())
        .queryParam("response_type", "code")
        .queryParam("client_id", "{client}")
        .queryParam("redirect_uri", "{redirect}")
        .queryParam("launch", "{launch}")
        .queryParam("scope", "{scope}")
        .queryParam("state", "{state}")
        .queryParam("nonce", "{nonce}")
        .queryParam("aud", "{aud}")
        .queryParam("code_challenge", "{challenge}")
        .queryParam("code_challenge_method", "S256")
        .encode()
        .buildAndExpand(
            epd.clientId(),
            publicUrl.of(CALLBACK),
            launch,
            SCOPES,
            dance.state().text(),
            dance.nonce(),
            iss,
            Secrets.challenge(dance.verifier()))
        .toUri();
  }

  /**
   * A launch that came to its end.
   *
   * @param token to read in the EPD; null where it gave none that we can use
   */
  record Opened(LaunchContext launch, @Nullable EpdToken token) {}

  /**
   * The launch that comes back.
   *
   * @param code null where the EPD refused
   * @param issuer the {@code iss} that an EPD may send along (RFC 9207)
   * @throws NotLaunched with the page that says why not
   */
  Opened finish(
      @Nullable String state,
      @Nullable String code,
      @Nullable String issuer,
      @Nullable String browser)
      throws NotLaunched {
    Key key = Key.parse(state, organisations).orElseThrow(Opening::stale);
    if (browser == null) {
      throw stale();
    }
    Begun.Dance dance = begun.end(key, browser).orElseThrow(Opening::stale);
    if (code == null) {
      throw new NotLaunched(LaunchPage.REFUSED, "the EPD refused the launch");
    }
    Connection epd =
        connections
            .byOrganisation(organisations.byTenant(key.tenant()).code())
            .orElseThrow(Opening::stale);
    Addresses server = discover(epd);
    if (issuer != null && !issuer.equals(server.issuer())) {
      throw new NotLaunched(LaunchPage.REFUSED, "iss of the answer");
    }
    JsonNode given = exchange(epd, server, code, dance);
    return new Opened(
        context(epd, server, dance, given),
        EpdToken.of(given, SCOPES, clock.now(), settings.longest()).orElse(null));
  }

  private LaunchContext context(Connection epd, Addresses server, Begun.Dance dance, JsonNode given)
      throws NotLaunched {
    JWTClaimsSet who =
        idTokens.verified(
            given.path("id_token").asString(""), server, epd.clientId(), dance.nonce());
    String patient = given.path("patient").asString("");
    if (!ID.matcher(patient).matches()) {
      throw new NotLaunched(LaunchPage.NO_PATIENT, "no patient");
    }
    String encounter = given.path("encounter").asString("");
    return new LaunchContext(
        dance.state().tenant(),
        clinician(who, epd),
        "Patient/" + patient,
        ID.matcher(encounter).matches() ? "Encounter/" + encounter : null,
        language(who).orElse(dance.locale()),
        epd.fhirServer());
  }

  /**
   * The language in which the clinician reads the EPD, by its name in OpenID Connect; empty where
   * the EPD does not say it, or it is none of ours.
   */
  private static Optional<Locale> language(JWTClaimsSet claims) {
    return claims.getClaim("locale") instanceof String tag
        ? Optional.of(Locale.forLanguageTag(tag)).filter(Texts::isOurs)
        : Optional.empty();
  }

  /** Only who works there: a patient who opens it would read what is meant for the clinician. */
  private static String clinician(JWTClaimsSet claims, Connection epd) throws NotLaunched {
    try {
      return ClinicianReference.of(claims.getStringClaim("fhirUser"), epd.fhirServer())
          .orElseThrow(
              () ->
                  new NotLaunched(LaunchPage.NO_CLINICIAN, "fhirUser is no clinician of this EPD"));
    } catch (ParseException e) {
      throw new NotLaunched(LaunchPage.NO_CLINICIAN, "fhirUser is no text");
    }
  }

  private Addresses discover(Connection epd) throws NotLaunched {
    try {
      return epds.discover(epd);
    } catch (NotGiven e) {
      throw new NotLaunched(LaunchPage.EPD_AWAY, "discovery: " + e.getMessage());
    }
  }

  private JsonNode exchange(Connection epd, Addresses server, String code, Begun.Dance dance)
      throws NotLaunched {
    try {
      return epds.exchange(epd, server, code, dance.verifier(), publicUrl.of(CALLBACK));
    } catch (NotGiven e) {
      throw new NotLaunched(
          e.refused() ? LaunchPage.REFUSED : LaunchPage.EPD_AWAY, "token: " + e.getMessage());
    }
  }

  private TenantId tenant(Connection epd) throws NotLaunched {
    return organisations
        .byCode(epd.organisation())
        .orElseThrow(() -> new NotLaunched(LaunchPage.UNKNOWN_EPD, "organisation"))
        .tenant();
  }

  private static NotLaunched stale() {
    return new NotLaunched(LaunchPage.STALE, "state is not of this browser, or used, or old");
  }
}
