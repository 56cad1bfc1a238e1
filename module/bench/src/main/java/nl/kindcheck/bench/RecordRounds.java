package nl.kindcheck.bench;

import static nl.kindcheck.bench.Report.number;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.kindcheck.bench.load.HttpConnection;
import nl.kindcheck.bench.load.Load;
import nl.kindcheck.bench.load.Timings;
import nl.kindcheck.bench.world.Bodies;
import nl.kindcheck.bench.world.Tokens;

/** Kindchecks about two children, recorded for families that were never asked before. */
final class RecordRounds {

  /** At least so many a second. */
  private static final int LEAST = 200;

  private final Settings settings;
  private final Tokens tokens;
  private final Bodies bodies;
  private final AtomicInteger next = new AtomicInteger();

  RecordRounds(Settings settings, Tokens tokens, Bodies bodies) {
    this.settings = settings;
    this.tokens = tokens;
    this.bodies = bodies;
  }

  void measure(int port, Report report) throws IOException {
    Load load = new Load(port, Settings.CONNECTIONS);
    Timings all = new Timings();
    for (int n = 0; n <= settings.rounds(); n++) {
      String bearer = tokens.bearer();
      Timings round =
          load.run(
              number -> request(bearer),
              answer -> answer.status() == 201,
              n == 0 ? settings.warmUp() : settings.round());
      report.say(
          number(
              "%s, Kindchecks: %.0f a second, %d failed",
              n == 0 ? "warm-up" : "round " + n, round.throughput(), round.failed()));
      if (n > 0) {
        all.add(round);
      }
    }
    report.target(
        "Kindchecks with two children recorded",
        number(
            "%.0f a second, median %.1f ms, p99 %.1f ms, %d failed of %d",
            all.throughput(), all.quantile(0.5), all.quantile(0.99), all.failed(), all.count()),
        "at least " + LEAST + " a second",
        all.throughput() >= LEAST && all.failed() == 0);
  }

  /** Every third family is one that was never asked. */
  private byte[] request(String bearer) {
    int family = (int) ((3L * next.getAndIncrement() + 2) % settings.families());
    return HttpConnection.request(
        "POST",
        "/fhir/QuestionnaireResponse",
        "application/fhir+json",
        bearer,
        bodies.kindcheck(family));
  }
}
