package nl.kindcheck.service.epd;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The EPDs that may call us and that we may read, one for each organisation.
 *
 * @param epds the connections
 */
@Validated
@ConfigurationProperties("kindcheck")
public record EpdConnections(@NotNull List<@Valid Connection> epds) {

  /**
   * @param organisation the code of the organisation whose EPD it is
   * @param fhirServer the base URL of its FHIR server, exactly as the EPD names it in a hook;
   *     nothing else is ever read
   * @param issuer the {@code iss} of its tokens; null where it sends none, which only the demo
   *     accepts
   * @param jwks where its public keys are; the only {@code jku} that is accepted; null exactly
   *     where the issuer is
   * @param clientId the name under which the EPD has registered us for SMART App Launch
   * @param frameAncestors the origins that may show our pages in a frame; the FHIR server's own
   *     where none is set
   * @param corsOrigins the websites that may call our APIs from a browser; none where it is not set
   */
  public record Connection(
      @NotBlank String organisation,
      @NotNull URI fhirServer,
      @Nullable String issuer,
      @Nullable URI jwks,
      @DefaultValue("kindcheck") @NotBlank String clientId,
      @DefaultValue List<String> frameAncestors,
      @DefaultValue List<String> corsOrigins) {

    /** Anything else could end the header's directive and begin another. */
    private static final Pattern ORIGIN =
        Pattern.compile("https?://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(?::[0-9]{1,5})?");

    public Connection {
      if ((issuer == null) != (jwks == null)) {
        throw new IllegalArgumentException(
            "kindcheck.epds: set issuer and jwks together, or neither (demo only).");
      }
      if (frameAncestors.isEmpty() && fhirServer != null) {
        frameAncestors = List.of(fhirServer.getScheme() + "://" + fhirServer.getRawAuthority());
      }
      frameAncestors = List.copyOf(frameAncestors);
      corsOrigins = List.copyOf(corsOrigins);
      frameAncestors.forEach(origin -> check("frame-ancestors", origin));
      corsOrigins.forEach(origin -> check("cors-origins", origin));
    }

    private static void check(String setting, String origin) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "kindcheck.epds: "
                + setting
                + " are origins, as in https://epd.example; this is none: "
                + origin);
      }
    }
  }

  public EpdConnections {
    epds = epds == null ? List.of() : List.copyOf(epds);
    Set<String> issuers = new HashSet<>();
    Set<String> organisations = new HashSet<>();
    Set<URI> servers = new HashSet<>();
    for (Connection c : epds) {
      if (!organisations.add(c.organisation())) {
        throw new IllegalArgumentException(
            "kindcheck.epds: one connection an organisation; twice: " + c.organisation());
      }
      if (!servers.add(c.fhirServer())) {
        throw new IllegalArgumentException(
            "kindcheck.epds: a fhir-server belongs to one organisation; twice: " + c.fhirServer());
      }
      if (c.issuer() != null && !issuers.add(c.issuer())) {
        throw new IllegalArgumentException(
            "kindcheck.epds: an issuer belongs to one organisation; twice: " + c.issuer());
      }
    }
  }

  public Optional<Connection> byIssuer(String issuer) {
    return epds.stream().filter(c -> issuer.equals(c.issuer())).findFirst();
  }

  /** The connection whose FHIR server has exactly this address, letter by letter. */
  public Optional<Connection> byFhirServer(String address) {
    return epds.stream().filter(c -> address.equals(c.fhirServer().toString())).findFirst();
  }

  public Optional<Connection> byOrganisation(String code) {
    return epds.stream().filter(c -> c.organisation().equals(code)).findFirst();
  }
}
