package nl.kindcheck.service.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import nl.kindcheck.service.ServiceTest;
import org.junit.jupiter.api.BeforeEach;

/** Launches as an EPD and a browser do. */
abstract class LaunchTest extends ServiceTest {

  static final String PAGE = "/app/test-page";

  final FakeEpd haven = new FakeEpd("haven");
  final FakeEpd duin = new FakeEpd("duin");

  @BeforeEach
  void bothOfferSmart() {
    haven.offers(haven.configuration());
    duin.offers(duin.configuration());
  }

  /**
   * A launch that has begun.
   *
   * @param cookie what the browser holds
   * @param sent the parameters that went to the EPD
   */
  record Started(String cookie, Map<String, String> sent) {
    String state() {
      return sent.getOrDefault("state", "");
    }

    String nonce() {
      return sent.getOrDefault("nonce", "");
    }
  }

  Answer launch(String iss, String launch, String... headers) {
    var request = request("/launch?iss=" + encoded(iss) + "&launch=" + encoded(launch)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  Started started(FakeEpd epd, String... headers) {
    Answer answer = launch(epd.iss(), "an-opaque-value", headers);
    if (answer.status() != 303) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return new Started(
        cookie(answer), parameters(answer.http().headers().firstValue("Location").orElseThrow()));
  }

  Answer callback(String cookie, String query) {
    return send(request("/launch/callback?" + query).header("Cookie", cookie).GET());
  }

  Answer callback(Started started) {
    return callback(started.cookie(), "code=a-code&state=" + started.state());
  }

  /** Launches to the end and gives the header {@code Cookie} of the session. */
  String opened(FakeEpd epd, String... headers) {
    Started started = started(epd, headers);
    epd.gives(epd.claims(started.nonce()).build());
    Answer answer = callback(started);
    if (answer.status() != 303) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return cookie(answer);
  }

  Answer page(String cookie) {
    return send(request(PAGE).header("Cookie", cookie).GET());
  }

  static String cookie(Answer answer) {
    return setCookie(answer).split(";", 2)[0];
  }

  static String setCookie(Answer answer) {
    return answer.http().headers().firstValue("Set-Cookie").orElseThrow();
  }

  static Map<String, String> parameters(String address) {
    Map<String, String> all = new TreeMap<>();
    for (String part : URI.create(address).getRawQuery().split("&")) {
      String[] both = part.split("=", 2);
      all.put(both[0], URLDecoder.decode(both[1], UTF_8));
    }
    return all;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
