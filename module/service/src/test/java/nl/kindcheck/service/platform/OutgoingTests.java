package nl.kindcheck.service.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestTemplate;

/** The service calls nobody but whom it was told to call. */
class OutgoingTests {

  private static final WireMockServer OUTSIDE = start();
  private static final Outgoing.Limits LIMITS = new Outgoing.Limits(Duration.ofSeconds(5), 1_000);

  private final List<String> asked = new ArrayList<>();
  private final List<Outgoing> made = new ArrayList<>();

  private static WireMockServer start() {
    WireMockServer server = new WireMockServer(options().dynamicPort());
    server.start();
    return server;
  }

  @AfterAll
  static void stop() {
    OUTSIDE.stop();
  }

  @BeforeEach
  void answers() {
    OUTSIDE.resetAll();
    OUTSIDE.stubFor(any(anyUrl()).willReturn(ok("an answer")));
  }

  @AfterEach
  void close() {
    made.forEach(Outgoing::close);
  }

  private static URI at(String host) {
    return URI.create("http://" + host + ":" + OUTSIDE.port() + "/fhir");
  }

  private Outgoing outgoing(Set<String> privateHosts, URI... registered) {
    return outgoing(privateHosts, List.of("127.0.0.1"), registered);
  }

  /** Where every name leads to these addresses. */
  private Outgoing outgoing(Set<String> privateHosts, List<String> addresses, URI... registered) {
    var names =
        new SystemDefaultDnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            asked.add(host);
            InetAddress[] found = new InetAddress[addresses.size()];
            for (int i = 0; i < found.length; i++) {
              found[i] = InetAddress.getByName(addresses.get(i));
            }
            return found;
          }
        };
    Outgoing outgoing =
        new Outgoing(
            new OutgoingGuard(
                new OutgoingSettings(List.of(), privateHosts), List.of(registered), names));
    made.add(outgoing);
    return outgoing;
  }

  private static Outgoing.Answer read(Outgoing outgoing, URI address) {
    return outgoing.get(address, Map.of(), LIMITS).join();
  }

  private static Throwable failure(Outgoing outgoing, URI address) {
    Throwable failed = catchThrowable(() -> read(outgoing, address));
    assertThat(failed)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IOException.class);
    return Objects.requireNonNull(failed.getCause());
  }

  private void nothingCame() {
    assertThat(OUTSIDE.getAllServeEvents()).isEmpty();
  }

  @Test
  void aRegisteredHostIsCalled() {
    Outgoing.Answer answer = read(outgoing(Set.of("epd.test"), at("epd.test")), at("EPD.test"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).asString().isEqualTo("an answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.test", "epd.test.other.test", "127.0.0.1"})
  void anotherHostIsNotEvenLookedUp(String host) {
    Outgoing outgoing = outgoing(Set.of("epd.test", host), at("epd.test"));
    assertThat(failure(outgoing, at(host))).isInstanceOf(OutgoingGuard.NotAllowed.class);
    assertThat(asked).isEmpty();
    nothingCame();
  }

  @Test
  void anotherPortOfARegisteredHostIsAnotherHost() {
    URI registered = URI.create("https://epd.test/fhir");
    Outgoing outgoing = outgoing(Set.of("epd.test"), registered);
    assertThat(failure(outgoing, at("epd.test"))).isInstanceOf(OutgoingGuard.NotAllowed.class);
    nothingCame();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001:db8::1"
      })
  void aRegisteredNameDoesNotLeadInside(String inside) {
    Outgoing outgoing = outgoing(Set.of(), List.of(inside), at("epd.test"));
    assertThat(failure(outgoing, at("epd.test"))).isInstanceOf(UnknownHostException.class);
    nothingCame();
  }

  @Test
  void norDoesOneOfItsAddresses() {
    Outgoing outgoing = outgoing(Set.of(), List.of("8.8.8.8", "127.0.0.1"), at("epd.test"));
    assertThat(failure(outgoing, at("epd.test"))).isInstanceOf(UnknownHostException.class);
    nothingCame();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "2130706433", "localhost"})
  void norDoesAnAddressThatStandsInPlaceOfAName(String host) {
    var real = SystemDefaultDnsResolver.INSTANCE;
    Outgoing outgoing =
        new Outgoing(
            new OutgoingGuard(new OutgoingSettings(List.of(), Set.of()), List.of(at(host)), real));
    made.add(outgoing);
    failure(outgoing, at(host));
    nothingCame();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "145.21.0.1", "100.128.0.1", "2a00:1450::1", "2001:4860::1"})
  void anAddressOfTheInternetIsOne(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameIsResolvedOnceForEachConnection() {
    read(outgoing(Set.of("epd.test"), at("epd.test")), at("epd.test"));
    assertThat(asked).containsExactly("epd.test");
  }

  @Test
  void aRedirectIsNotFollowed() {
    OUTSIDE.stubFor(get("/fhir").willReturn(temporaryRedirect("/inside")));
    Outgoing outgoing = outgoing(Set.of("epd.test"), at("epd.test"));
    assertThat(read(outgoing, at("epd.test")).status()).isEqualTo(302);
    assertThat(OUTSIDE.getAllServeEvents()).hasSize(1);
  }

  @Test
  void aLargeAnswerIsNotTakenIn() {
    OUTSIDE.stubFor(get("/fhir").willReturn(ok("x".repeat(1_001))));
    Outgoing outgoing = outgoing(Set.of("epd.test"), at("epd.test"));
    assertThat(failure(outgoing, at("epd.test"))).hasMessage("larger than 1000 bytes");
  }

  @Test
  void anAnswerThatTricklesIsLate() {
    OUTSIDE.stubFor(
        get("/fhir").willReturn(aResponse().withBody("slow").withChunkedDribbleDelay(4, 20_000)));
    Outgoing outgoing = outgoing(Set.of("epd.test"), at("epd.test"));
    var limits = new Outgoing.Limits(Duration.ofMillis(300), 1_000);
    Throwable late = catchThrowable(() -> outgoing.get(at("epd.test"), Map.of(), limits).join());
    assertThat(Outgoing.isLate(late)).isTrue();
  }

  @Test
  void whatALibraryCallsGoesTheSameWay() {
    Outgoing outgoing = outgoing(Set.of("epd.test"), at("epd.test"));
    RestTemplate library = new RestTemplate(outgoing.requests());
    assertThat(library.getForObject(at("epd.test"), String.class)).isEqualTo("an answer");
    assertThatThrownBy(() -> library.getForObject(at("other.test"), String.class))
        .hasRootCauseInstanceOf(OutgoingGuard.NotAllowed.class);
    assertThatThrownBy(() -> outgoing.keys(LIMITS).retrieveResource(at("other.test").toURL()))
        .hasRootCauseInstanceOf(OutgoingGuard.NotAllowed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://epd.test", "epd.test/fhir", "*", "epd test", ""})
  void aHostThatIsNoneStopsTheStart(String host) {
    assertThatThrownBy(() -> new OutgoingSettings(List.of(host), Set.of()))
        .hasMessageContaining("kindcheck.outgoing.hosts");
    assertThatThrownBy(() -> new OutgoingSettings(List.of(), Set.of(host)))
        .hasMessageContaining("kindcheck.outgoing.private-hosts");
  }
}
