package nl.kindcheck.service.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.kindcheck.service.World;
import org.jspecify.annotations.Nullable;

/**
 * Follows redirects and keeps cookies as a browser does, also between the service and the identity
 * provider. What is sent to the service's public address arrives at the one that the test started.
 */
final class Browser {

  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

  private final String service;
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private URI at = URI.create("about:blank");

  /**
   * @param service where the service that is tested answers, without a slash at the end
   */
  Browser(String service) {
    this.service = service;
  }

  /** Where it arrived, as its address bar shows it. */
  URI at() {
    return at;
  }

  Map<String, String> cookiesOfService() {
    return cookies.getOrDefault(URI.create(World.PUBLIC_URL).getHost(), Map.of());
  }

  HttpResponse<String> open(String address) {
    return follow(URI.create(address), null);
  }

  /** Sends a form, with the names and values of its fields in turn. */
  HttpResponse<String> submit(String address, String... fields) {
    return follow(URI.create(address), KeycloakServer.form(fields));
  }

  /** Sends a form, and leaves the answer as it is. */
  HttpResponse<String> submitWithoutFollowing(String address, String... fields) {
    return once(URI.create(address), KeycloakServer.form(fields));
  }

  /** Where the form of a page leads. */
  static String action(HttpResponse<String> page) {
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("No form: " + page.statusCode() + " " + page.body());
    }
    return form.group(1).replace("&amp;", "&");
  }

  /** Signs in at the provider's own form, beginning at a page of the service. */
  HttpResponse<String> signIn(String page, String user, String password) {
    HttpResponse<String> form = open(page);
    return submit(action(form), "username", user, "password", password);
  }

  private HttpResponse<String> follow(URI first, @Nullable String form) {
    HttpResponse<String> answer = once(first, form);
    URI from = first;
    for (int i = 0; i < 10 && answer.statusCode() / 100 == 3; i++) {
      from = from.resolve(answer.headers().firstValue("Location").orElseThrow());
      answer = once(from, null);
    }
    return answer;
  }

  private HttpResponse<String> once(URI address, @Nullable String form) {
    at = address;
    String real = address.toString().replaceFirst("^" + Pattern.quote(World.PUBLIC_URL), service);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(real)).header("Accept", "text/html");
    Map<String, String> own = cookies.computeIfAbsent(address.getHost(), h -> new HashMap<>());
    if (!own.isEmpty()) {
      request.header(
          "Cookie",
          own.entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (form != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    HttpResponse<String> answer = KeycloakServer.send(request);
    answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(own, cookie));
    return answer;
  }

  private static void keep(Map<String, String> own, String cookie) {
    String[] named = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      own.remove(named[0]);
    } else {
      own.put(named[0], named[1]);
    }
  }

  /** The parameters of an address. */
  static Map<String, String> parameters(URI address) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : address.getRawQuery().split("&")) {
      String[] named = part.split("=", 2);
      parameters.put(named[0], URLDecoder.decode(named[1], UTF_8));
    }
    return parameters;
  }
}
