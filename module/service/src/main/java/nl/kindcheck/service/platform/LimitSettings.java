package nl.kindcheck.service.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may send.
 *
 * @param body how large one message may be
 * @param rate how many there may be
 */
@ConfigurationProperties("kindcheck.limits")
public record LimitSettings(@DefaultValue Body body, @DefaultValue Rate rate) {

  private static final DataSize SMALLEST = DataSize.ofKilobytes(1);
  private static final DataSize LARGEST = DataSize.ofMegabytes(64);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** The largest message, by what is called. */
  public record Body(
      @DefaultValue("1MB") DataSize hooks,
      @DefaultValue("1MB") DataSize fhir,
      @DefaultValue("1MB") DataSize pages,
      @DefaultValue("64KB") DataSize other) {

    public Body {
      check("hooks", hooks);
      check("fhir", fhir);
      check("pages", pages);
      check("other", other);
    }

    private static void check(String name, DataSize size) {
      if (size.compareTo(SMALLEST) < 0 || size.compareTo(LARGEST) > 0) {
        throw new IllegalArgumentException(
            "kindcheck.limits.body.%s: from 1KB to 64MB; this is not: %s".formatted(name, size));
      }
    }

    DataSize of(Kind kind) {
      return switch (kind) {
        case HOOKS -> hooks;
        case FHIR -> fhir;
        case PAGES -> pages;
        case OTHER -> other;
      };
    }
  }

  /**
   * The most requests of one client within a time; who was silent may send that many at once.
   *
   * @param enabled false only where something in front of the service counts them
   * @param per the time
   * @param hooks of one EPD
   * @param fhir of one system or person with a bearer token
   * @param pages of one session
   * @param unknown of one address, of requests that did not say who they are
   */
  public record Rate(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("1m") Duration per,
      @DefaultValue("12000") int hooks,
      @DefaultValue("12000") int fhir,
      @DefaultValue("1200") int pages,
      @DefaultValue("1200") int unknown) {

    public Rate {
      if (per.compareTo(Duration.ofSeconds(1)) < 0 || per.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "kindcheck.limits.rate.per: from 1s to 1h; this is not: " + per);
      }
      if (Math.min(Math.min(hooks, fhir), Math.min(pages, unknown)) < 1) {
        throw new IllegalArgumentException(
            "kindcheck.limits.rate: hooks, fhir, pages and unknown are at least 1; to count"
                + " nothing set kindcheck.limits.rate.enabled to false.");
      }
    }

    int of(Kind kind) {
      return switch (kind) {
        case HOOKS -> hooks;
        case FHIR -> fhir;
        case PAGES -> pages;
        case OTHER -> unknown;
      };
    }
  }

  /** What is called. */
  public enum Kind {
    HOOKS,
    FHIR,
    PAGES,
    OTHER;

    /** Whether systems call it, and not a person's browser. */
    boolean isApi() {
      return this == HOOKS || this == FHIR;
    }

    static Kind of(String path) {
      if (path.startsWith("/cds-services")) {
        return HOOKS;
      }
      if (path.startsWith("/fhir")) {
        return FHIR;
      }
      return PageRequests.isPagePath(path) ? PAGES : OTHER;
    }
  }
}
