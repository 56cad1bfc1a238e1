package nl.kindcheck.service.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.kindcheck.service.platform.LimitSettings.Kind;
import nl.kindcheck.service.platform.LimitSettings.Rate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of each client, in memory and for this instance alone: a hook waits for no
 * other machine.
 *
 * <p>The attack: one client, by mistake or on purpose, takes what the others need; or names a new
 * client with each request until the memory is full. The rules: a client is who it was found to be,
 * never who it says it is; whoever is not found to be anybody is an address; and only so many
 * clients are remembered, the last who came.
 */
@Component
public class RateLimits {

  private static final int MOST_CLIENTS = 50_000;

  private final Rate settings;
  private final TimeMeter time;
  private final Cache<Counted, Bucket> buckets;

  private record Counted(Kind kind, Object client) {}

  @Autowired
  RateLimits(LimitSettings settings) {
    this(settings.rate(), TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(Rate settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    // After this long a client that came back would find all it may send again.
    Duration forgotten = settings.per().multipliedBy(2);
    this.buckets =
        Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(forgotten).build();
  }

  /**
   * Counts one request.
   *
   * @throws Refused 429 where it is one too many
   */
  void count(Kind kind, Object client) {
    if (settings.enabled()) {
      var probe = bucket(kind, client).tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        throw tooMany(kind, probe.getNanosToWaitForRefill());
      }
    }
  }

  /**
   * Looks whether one more would be too many, and counts nothing.
   *
   * @throws Refused 429 where it would
   */
  void look(Kind kind, Object client) {
    if (settings.enabled()) {
      Bucket bucket = buckets.getIfPresent(new Counted(kind, client));
      if (bucket != null) {
        var probe = bucket.estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
          throw tooMany(kind, probe.getNanosToWaitForRefill());
        }
      }
    }
  }

  /** Counts one request of which the answer has been given already. */
  void charge(Kind kind, Object client) {
    if (settings.enabled()) {
      bucket(kind, client).tryConsume(1);
    }
  }

  long remembered() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket bucket(Kind kind, Object client) {
    return buckets.get(new Counted(kind, client), this::fresh);
  }

  private Bucket fresh(Counted counted) {
    int most = settings.of(counted.kind());
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, settings.per()))
        .build();
  }

  private Refused tooMany(Kind kind, long nanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
    return new Refused(
        HttpStatus.TOO_MANY_REQUESTS,
        "limit.rate",
        null,
        Map.of(
            "most",
            Integer.toString(settings.of(kind)),
            "per",
            Long.toString(settings.per().toSeconds()),
            Refused.SECONDS,
            Long.toString(seconds)));
  }
}
