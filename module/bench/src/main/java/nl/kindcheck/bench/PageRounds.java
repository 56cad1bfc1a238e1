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
  private final Map<Page, Timings> measured = new EnumMap<>(Page.class);

  PageRounds(Settings settings, Launches launches) {
    this.settings = settings;
    this.launches = launches;
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
        Timings round =
            load.run(
                call -> HttpConnection.get(page.path, cookies.get(call % SESSIONS)),
                answer -> answer.status() == 200,
                n == 0 ? settings.warmUp() : settings.round());
        report.say(
            number(
                "%s, page %s: %.0f a second, p95 %.2f ms, %d failed",
                n == 0 ? "warm-up" : "round " + n,
                page,
                round.throughput(),
                round.quantile(0.95),
                round.failed()));
        if (n > 0) {
          measured.computeIfAbsent(page, p -> new Timings()).add(round);
        }
      }
    }
    measured.forEach((page, timings) -> row(report, page, timings, TIMES * yardstick));
  }

  private static void row(Report report, Page page, Timings timings, double most) {
    double p95 = timings.quantile(0.95);
    report.target(
        "page " + page.path + ": p95",
        number(
            "%.2f ms, %.0f a second, %d failed of %d",
            p95, timings.throughput(), timings.failed(), timings.count()),
        number("below %d times the yardstick's p95: %.2f ms, none failed", TIMES, most),
        p95 < most && timings.failed() == 0);
  }
}
