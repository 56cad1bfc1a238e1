package nl.kindcheck.demoepd.service;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls the service. The wait covers the whole exchange, the body included: a service that sends
 * one byte a second must not hold a page any longer than one that is silent.
 *
 * <p>A production EPD signs each call here, with a JWT (CDS Hooks) or an access token (FHIR); the
 * demo profile of the service takes calls without one, from the loopback address only.
 */
@Component
public class ServiceCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);

  public static final String JSON = "application/json";
  public static final String FHIR_JSON = "application/fhir+json";

  private final ServiceSettings settings;
  private final RefusalText refusals;
  private final HttpClient client;

  ServiceCalls(ServiceSettings settings, RefusalText refusals) {
    this.settings = settings;
    this.refusals = refusals;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.hookTimeout())
            .build();
  }

  /** How long a call may take. */
  public enum Patience {
    /** The page is waiting. */
    HOOK,
    /** The user asked for it. */
    OPERATION
  }

  /** Reads from the service. */
  public Reply<String> get(String path, String type, Patience patience, Locale locale) {
    return send(request(path, type, locale).GET().build(), patience);
  }

  /** Posts to the service. */
  public Reply<String> post(
      String path, String type, String body, Patience patience, Locale locale) {
    HttpRequest request =
        request(path, type, locale)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return send(request, patience);
  }

  /** The address of a path of the service, for a text that names it. */
  public URI address(String path) {
    return URI.create(settings.serviceUrl() + path);
  }

  private HttpRequest.Builder request(String path, String type, Locale locale) {
    return HttpRequest.newBuilder(address(path))
        .header("Accept", type)
        .header("Accept-Language", locale.toLanguageTag());
  }

  private Reply<String> send(HttpRequest request, Patience patience) {
    Duration wait =
        patience == Patience.HOOK ? settings.hookTimeout() : settings.operationTimeout();
    CompletableFuture<HttpResponse<String>> exchange =
        client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      return reply(exchange.get(wait.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return silent(Silence.SLOW);
    } catch (ExecutionException e) {
      return silent(Silence.AWAY);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return silent(Silence.AWAY);
    }
  }

  private Reply<String> reply(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Reply.Answered<>(response.body());
    }
    if (status >= 400 && status < 500) {
      return new Reply.Refused<>(status, refusals.of(status, response.body()));
    }
    return silent(Silence.FAULT);
  }

  private static Reply<String> silent(Silence why) {
    LOG.warn("The service gave no answer: {}", why);
    return new Reply.Silent<>(why);
  }
}
