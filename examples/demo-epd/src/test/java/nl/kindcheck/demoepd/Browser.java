package nl.kindcheck.demoepd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the pages as a browser without script does: with cookies, following redirects. */
final class Browser {

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final int port;

  Browser(int port) {
    this.port = port;
  }

  /** A page as it arrived. */
  record Page(int status, String path, String text) {

    /** What a reader sees: without the tags, and white space as one space. */
    String words() {
      return text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
  }

  Page open(String path) {
    return send(html(path).GET().build());
  }

  /**
   * Sends a form.
   *
   * @param fields names and values in turn
   */
  Page submit(String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        html(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Sends JSON to the FHIR endpoint. */
  Page fhir(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path.startsWith("http") ? path : "/fhir" + path))
            .header("Content-Type", "application/fhir+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Starts an encounter and gives its page. */
  Page start(String patient, String kind) {
    return submit("/patients/" + patient + "/encounters", "kind", kind);
  }

  Page send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Page(response.statusCode(), response.uri().getPath(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder html(String path) {
    return HttpRequest.newBuilder(address(path)).header("Accept", "text/html");
  }

  URI address(String path) {
    return URI.create(path.startsWith("http") ? path : "http://localhost:" + port + path);
  }

  /** The first group of the first match. */
  static String find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("Not found: " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
