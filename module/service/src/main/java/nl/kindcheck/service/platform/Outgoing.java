package nl.kindcheck.service.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * Every call that the service itself makes goes through here.
 *
 * <p>The attacks: a caller, a configuration that an EPD gives, or a redirect names an address of
 * the inside network, and we read it or hand it a token; a name that was looked at first leads
 * elsewhere when it is called (DNS rebinding); an answer without end fills the memory. The rules:
 * only registered hosts; no redirect; a name is resolved once, and the address that was looked at
 * is the one that is called; no address of the inside unless its host is registered for it; no
 * answer may be large or slow.
 */
@Component
public class Outgoing {

  private final CloseableHttpClient client;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "outgoing");
            thread.setDaemon(true);
            return thread;
          });

  @Autowired
  Outgoing(OutgoingSettings settings, ObjectProvider<RegisteredHosts> registered) {
    this(
        new OutgoingGuard(
            settings.with(
                registered.stream()
                    .filter(RegisteredHosts::mayBeInside)
                    .flatMap(hosts -> hosts.addresses().stream())
                    .map(URI::getHost)
                    .filter(Objects::nonNull)),
            registered.stream().flatMap(hosts -> hosts.addresses().stream()).toList(),
            SystemDefaultDnsResolver.INSTANCE));
  }

  Outgoing(OutgoingGuard guard) {
    client = guard.client();
  }

  @PreDestroy
  void close() {
    client.close(CloseMode.IMMEDIATE);
    threads.shutdownNow();
  }

  /**
   * What came back.
   *
   * @param status the HTTP status, whatever it is
   */
  public record Answer(int status, byte[] body) {}

  /**
   * @param within until the whole answer is here
   * @param bytes the largest answer
   */
  public record Limits(Duration within, int bytes) {}

  /**
   * Reads an address.
   *
   * @return fails with an {@link IOException} where it may not be called, cannot be reached, or
   *     gives too much; see {@link #isLate}
   */
  public CompletableFuture<Answer> get(URI address, Map<String, String> headers, Limits limits) {
    return send(new HttpGet(address), headers, limits);
  }

  /** Sends the fields of a form; fails as {@link #get} does. */
  public CompletableFuture<Answer> post(
      URI address, String form, Map<String, String> headers, Limits limits) {
    HttpPost request = new HttpPost(address);
    request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
    return send(request, headers, limits);
  }

  /** Whether a call failed because it took too long, so that asking again may help. */
  public static boolean isLate(Throwable failure) {
    Throwable fault = failure instanceof CompletionException ? failure.getCause() : failure;
    return fault instanceof TimeoutException || fault instanceof InterruptedIOException;
  }

  private CompletableFuture<Answer> send(
      HttpUriRequestBase request, Map<String, String> headers, Limits limits) {
    headers.forEach(request::setHeader);
    Timeout within = Timeout.of(limits.within());
    request.setConfig(
        OutgoingGuard.config()
            .setConnectionRequestTimeout(within)
            .setResponseTimeout(within)
            .build());
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    threads.execute(() -> exchange(request, limits.bytes(), answer));
    answer
        .orTimeout(limits.within().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (ignored, fault) -> {
              if (fault != null) {
                request.cancel();
              }
            });
    return answer;
  }

  private void exchange(HttpUriRequestBase request, int most, CompletableFuture<Answer> answer) {
    try {
      answer.complete(client.execute(request, got -> new Answer(got.getCode(), body(got, most))));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private static byte[] body(ClassicHttpResponse got, int most) throws IOException {
    HttpEntity entity = got.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    byte[] body = entity.getContent().readNBytes(most + 1);
    if (body.length > most) {
      throw new IOException("larger than " + most + " bytes");
    }
    return body;
  }

  /** For the keys with which somebody's tokens are checked. */
  public ResourceRetriever keys(Limits limits) {
    return address -> {
      Answer answer;
      try {
        answer = get(URI.create(address.toString()), Map.of(), limits).join();
      } catch (CompletionException e) {
        throw new IOException("keys: not reached", e.getCause());
      }
      if (answer.status() != 200) {
        throw new IOException("keys: status " + answer.status());
      }
      return new Resource(new String(answer.body(), UTF_8), "application/json");
    };
  }

  /** For a library that calls by itself. */
  public ClientHttpRequestFactory requests() {
    return new HttpComponentsClientHttpRequestFactory(client);
  }
}
