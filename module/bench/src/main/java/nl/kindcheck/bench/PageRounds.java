package nl.kindcheck.bench;

import static nl.kindcheck.bench.Report.number;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.kindcheck.bench.load.HttpConnection;
import nl.kindcheck.bench.load.Load;
import nl.kindcheck.bench.load.Timings;
import nl.kindcheck.bench.world.Launches;

/** The pages that a clinician opens, on as many connections as the yardstick is called on. */
final class PageRounds {

  /** What is opened. */
  enum Page {
    OVERVIEW("/app"),
    FORM("/app/kindcheck/start"),
    NO_CHILDREN("/app/kindcheck/no-children"),
    GUIDE("/app/guide");

    private final String path;

    Page(String path) {
      this.path = path;
    }
  }

  /** Clinicians at work at once; each has a patient of their own, of each kind in turn. */
  private static final int SESSIONS = 60;

  /** The p95 of a page is at most so many times the yardstick's. */
  private static final int TIMES = 5;

  private final Settings settings;
  private final Launches launches;
  private final ProcessorTimes processor;
  private final Map<Page, Measured> measured = new EnumMap<>(Page.class);

  /** All rounds of a page together. */
  private record Measured(Timings timings, ProcessorTimes.Used used) {}

  PageRounds(Settings settings, Launches launches, ProcessorTimes processor) {
    this.settings = settings;
    this.launches = launches;
    this.processor = processor;
  }

  /**
   * Opens the pages in rounds that take turns.
   *
   * @param yardstick the yardstick's p95 in this run, in milliseconds
   */
  void measure(int port, double yardstick, Report report) throws IOException {
    List<String> patients = IntStream.range(0, SESSIONS).mapToObj(n -> "p" + n).toList();
    List<String> cookies = launches.sessions(port, patients);
    Load load = new Load(port, Settings.CONNECTIONS);
    for (int n = 0; n <= settings.rounds(); n++) {
      for (Page page : Page.values()) {
        ProcessorTimes.Used start = processor.now();
        Timings round =
            load.run(
                call -> HttpConnection.get(page.path, cookies.get(call % SESSIONS)),
                answer -> answer.status() == 200,
                n == 0 ? settings.warmUp() : settings.round());
        ProcessorTimes.Used spent = processor.since(start);
        report.say(
            number(
                "%s, page %s: %.0f a second, p95 %.2f ms, %d failed; %s",
                n == 0 ? "warm-up" : "round " + n,
                page,
                round.throughput(),
                round.quantile(0.95),
                round.failed(),
                spent.each(round.count())));
        if (n > 0) {
          Measured before = measured.get(page);
          if (before == null) {
            measured.put(page, new Measured(round, spent));
          } else {
            before.timings().add(round);
            measured.put(page, new Measured(before.timings(), before.used().plus(spent)));
          }
        }
      }
    }
    measured.forEach((page, all) -> row(report, page, all, TIMES * yardstick));
  }

  private static void row(Report report, Page page, Measured all, double most) {
    Timings timings = all.timings();
    double p95 = timings.quantile(0.95);
    report.target(
        "page " + page.path + ": p95",
        number(
            "%.2f ms, median %.2f ms, %.0f a second, %d failed of %d; %s",
            p95,
            timings.quantile(0.5),
            timings.throughput(),
            timings.failed(),
            timings.count(),
            all.used().each(timings.count())),
        number("below %d times the yardstick's p95: %.2f ms, none failed", TIMES, most),
        p95 < most && timings.failed() == 0);
  }
}
