package nl.kindcheck.service.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be called beside what is registered elsewhere.
 *
 * @param hosts further hosts, as {@code host} (its port 443) or {@code host:port}: for instance an
 *     EPD's authorization server that stands beside its FHIR server
 * @param privateHosts the hosts whose address may be one inside a network: private, loopback or
 *     link-local. None where it is not set
 */
@ConfigurationProperties("kindcheck.outgoing")
public record OutgoingSettings(
    @DefaultValue List<String> hosts, @DefaultValue Set<String> privateHosts) {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+]");
  private static final Pattern NAME_AND_PORT =
      Pattern.compile("(?:" + NAME.pattern() + ")(?::[0-9]{1,5})?");

  public OutgoingSettings {
    hosts.forEach(host -> check("hosts", NAME_AND_PORT, host));
    privateHosts.forEach(host -> check("private-hosts", NAME, host));
    hosts = hosts.stream().map(OutgoingSettings::small).toList();
    privateHosts =
        privateHosts.stream().map(OutgoingSettings::small).collect(Collectors.toUnmodifiableSet());
  }

  /** The same, with further hosts whose address may be inside a network. */
  OutgoingSettings with(Stream<String> inside) {
    return new OutgoingSettings(
        hosts,
        Stream.concat(privateHosts.stream(), inside.map(OutgoingSettings::small))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String small(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  private static void check(String setting, Pattern form, String host) {
    if (!form.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "kindcheck.outgoing."
              + setting
              + ": the name of a host, as in epd.example, and no address; this is none: "
              + host);
    }
  }
}
