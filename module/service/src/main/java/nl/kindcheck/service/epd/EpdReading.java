package nl.kindcheck.service.epd;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.Outgoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from an EPD's FHIR server.
 *
 * <p>The attack: a caller names a {@code fhirServer} or a paging link of its own, and we hand the
 * EPD's token to it, or read an inside address for it. The rule: the address is the registered one
 * or lies below it, also when a server decodes its path; {@link Outgoing} keeps the rest.
 */
@Component
public class EpdReading {

  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  /**
   * A dot, slash or backslash in disguise: one server decodes it before it looks, another after.
   */
  private static final Pattern ENCODED_STEP = Pattern.compile("(?i)%(?:2e|2f|5c)");

  private final Outgoing outgoing;
  private final JsonMapper json = new JsonMapper();

  public EpdReading(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  /** The EPD did not give what was asked. */
  public static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean late;
    private final int status;

    private Unavailable(String kind, boolean late, int status) {
      super(kind, null, false, false);
      this.late = late;
      this.status = status;
    }

    Unavailable(String kind, boolean late) {
      this(kind, late, 0);
    }

    /** Nothing was asked, because we may not. */
    public static Unavailable notAllowed() {
      return new Unavailable("not allowed", false);
    }

    /** The HTTP status that came instead of an answer; 0 where none came. */
    public int status() {
      return status;
    }

    /** Whether it took too long, so that asking again may help. */
    public boolean late() {
      return late;
    }
  }

  /**
   * Reads one resource or one page of a search.
   *
   * @param path relative to the base, or an absolute address below it
   * @param token the access token that came with the call; null where none is needed
   * @return fails with {@link Unavailable} where the answer is not there in time, is not 200, is
   *     too large, or is not JSON
   */
  public CompletableFuture<JsonNode> read(
      URI base, String path, @Nullable String token, Duration within) {
    URI address;
    try {
      address = below(base, path);
    } catch (Unavailable e) {
      return CompletableFuture.failedFuture(e);
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/fhir+json");
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return outgoing
        .get(address, headers, new Outgoing.Limits(within, LARGEST_ANSWER))
        .handle(this::json)
        .thenCompose(answer -> answer);
  }

  private CompletableFuture<JsonNode> json(
      Outgoing.@Nullable Answer answer, @Nullable Throwable failure) {
    if (answer == null) {
      boolean late = failure != null && Outgoing.isLate(failure);
      return CompletableFuture.failedFuture(new Unavailable("not reached", late));
    }
    if (answer.status() != 200) {
      return CompletableFuture.failedFuture(
          new Unavailable("status " + answer.status(), false, answer.status()));
    }
    try {
      return CompletableFuture.completedFuture(json.readTree(answer.body()));
    } catch (JacksonException e) {
      return CompletableFuture.failedFuture(new Unavailable("not JSON", false, answer.status()));
    }
  }

  private static URI below(URI base, String path) throws Unavailable {
    String root = base.toString().replaceAll("/+$", "");
    String address =
        path.startsWith("http://") || path.startsWith("https://") ? path : root + "/" + path;
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new Unavailable("not an address", false);
    }
    String plain = uri.normalize().toString();
    // Some servers page at the base itself: http://epd/fhir?_getpages=...
    boolean below = plain.startsWith(root + "/") || plain.startsWith(root + "?");
    if (!below || uri.getRawUserInfo() != null || ENCODED_STEP.matcher(uri.getRawPath()).find()) {
      throw new Unavailable("outside the registered server", false);
    }
    return uri;
  }
}
