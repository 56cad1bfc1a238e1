package nl.kindcheck.bench;

import static nl.kindcheck.bench.Report.number;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.kindcheck.bench.load.HttpConnection;
import nl.kindcheck.bench.load.HttpConnection.Answer;
import nl.kindcheck.bench.load.Load;
import nl.kindcheck.bench.load.Timings;
import nl.kindcheck.bench.world.Bodies;
import nl.kindcheck.bench.world.Tokens;

/** The hook beside the yardstick: the same calls, in rounds that take turns. */
final class HookRounds {

  /** What is called. */
  enum Target {
    YARDSTICK("/yardstick", ""),
    RS384("/cds-services/kindcheck", "RS384"),
    ES384("/cds-services/kindcheck", "ES384"),
    /** In a process of its own: no authorisation, and no line in the log. */
    BARE("/cds-services/kindcheck", "");

    private final String path;
    private final String algorithm;

    Target(String path, String algorithm) {
      this.path = path;
      this.algorithm = algorithm;
    }
  }

  /** Coprime with the number of families and of kinds, so that calls go through all of them. */
  private static final int STEP = 7919;

  /** Calls a second, before anything is known. */
  private static final double GUESS = 2_000;

  private static final int FIRST_CALL_MILLIS = 1_000;

  private static final int MOST_TOKENS = 60_000;

  private final Settings settings;
  private final Tokens tokens;
  private final Bodies bodies;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Target, Double> expected = new EnumMap<>(Target.class);
  private final Map<Target, Timings> measured = new EnumMap<>(Target.class);
  private final Map<Target, ProcessorTimes.Used> used = new EnumMap<>(Target.class);
  private final ProcessorTimes processor;
  private ProcessorTimes.Used last = new ProcessorTimes.Used(Duration.ZERO, Duration.ZERO);

  HookRounds(Settings settings, Tokens tokens, Bodies bodies, ProcessorTimes processor) {
    this.settings = settings;
    this.tokens = tokens;
    this.bodies = bodies;
    this.processor = processor;
  }

  /** The first call of a process that has just become ready. */
  void firstCall(int port, Report report) throws IOException {
    byte[] call = request(Target.RS384, tokens.forHooks(JWSAlgorithm.RS384, 1).get(0));
    try (HttpConnection service = new HttpConnection(port)) {
      long before = System.nanoTime();
      Answer answer = service.exchange(call);
      double millis = (System.nanoTime() - before) / 1e6;
      boolean good = answered(answer);
      report.target(
          "first call after the start",
          number("%.0f ms%s", millis, good ? "" : ", and its status could not be determined"),
          "under " + FIRST_CALL_MILLIS + " ms",
          good && millis < FIRST_CALL_MILLIS);
    }
  }

  /**
   * @param bare the port of the process without authorisation and log
   */
  void measure(int port, int bare, Report report) throws IOException {
    Load service = new Load(port, Settings.CONNECTIONS);
    Load other = new Load(bare, Settings.CONNECTIONS);
    copyAnswer(port);
    for (Target target : Target.values()) {
      Timings warm = round(target == Target.BARE ? other : service, target, settings.warmUp());
      report.say(line("warm-up", target, warm));
    }
    for (int n = 1; n <= settings.rounds(); n++) {
      for (Target target : Target.values()) {
        Timings round = round(target == Target.BARE ? other : service, target, settings.round());
        report.say(line("round " + n, target, round) + ", " + last.each(round.count()));
        if (target != Target.BARE) {
          used.merge(target, last, ProcessorTimes.Used::plus);
        }
        measured.computeIfAbsent(target, t -> new Timings()).add(round);
      }
    }
  }

  private static String line(String which, Target target, Timings t) {
    return number(
        "%s, %s: %.0f a second, median %.2f ms, p99 %.2f ms, %d characters, %d failed of %d",
        which,
        target,
        t.throughput(),
        t.quantile(0.5),
        t.quantile(0.99),
        t.meanSize(),
        t.failed(),
        t.count());
  }

  /** Gives the yardstick a card of the hook's own to answer with. */
  private void copyAnswer(int port) throws IOException {
    try (HttpConnection service = new HttpConnection(port)) {
      Answer answer = new Answer(0, "");
      // One of every three in turn has no card.
      while (!answer.text().contains("\"summary\"")) {
        String token = tokens.forHooks(JWSAlgorithm.RS384, 1).get(0);
        answer = service.exchange(request(Target.RS384, token));
      }
      service.exchange(
          HttpConnection.request("PUT", "/yardstick", "application/json", "", answer.text()));
    }
  }

  private Timings round(Load load, Target target, Duration time) throws IOException {
    int enough =
        (int)
            Math.min(
                MOST_TOKENS, expected.getOrDefault(target, GUESS) * time.toSeconds() * 1.4 + 1_000);
    List<String> signed =
        target.algorithm.isEmpty()
            ? List.of()
            : tokens.forHooks(JWSAlgorithm.parse(target.algorithm), enough);
    ProcessorTimes.Used before = processor.now();
    Timings timings =
        load.run(
            n -> {
              if (target.algorithm.isEmpty()) {
                return request(target, "");
              }
              return n < signed.size() ? request(target, signed.get(n)) : null;
            },
            HookRounds::answered,
            time);
    expected.put(target, timings.throughput());
    last = processor.since(before);
    return timings;
  }

  private byte[] request(Target target, String token) {
    int call = calls.incrementAndGet();
    int family = (int) ((long) call * STEP % settings.families());
    String body = bodies.hook(family, call);
    return HttpConnection.request("POST", target.path, "application/json", token, body);
  }

  /** A card that says it could not be determined is an answer, but not the one asked for. */
  private static boolean answered(Answer answer) {
    return answer.status() == 200 && !answer.text().contains("kindcheck-status-unknown");
  }

  /** In milliseconds. */
  double yardstickP95() {
    return measured.getOrDefault(Target.YARDSTICK, new Timings()).quantile(0.95);
  }

  void report(Report report) {
    Timings yardstick = measured.getOrDefault(Target.YARDSTICK, new Timings());
    double most = 10 * yardstick.quantile(0.5);
    report.figure("yardstick", figures(yardstick) + each(Target.YARDSTICK));
    row(report, "hook with an RS384 token", Target.RS384, 1 / 2d, "at least 0.50");
    row(report, "hook with an ES384 token", Target.ES384, 1 / 3d, "at least 0.33");
    cost(report);
    for (Target target : List.of(Target.RS384, Target.ES384)) {
      double p99 = measured.getOrDefault(target, new Timings()).quantile(0.99);
      report.target(
          "hook with " + target + ": p99",
          number("%.2f ms", p99),
          number("below ten times the yardstick's median: %.2f ms", most),
          p99 < most);
    }
  }

  private void row(Report report, String what, Target target, double least, String words) {
    Timings timings = measured.getOrDefault(target, new Timings());
    double ratio =
        timings.throughput() / measured.getOrDefault(Target.YARDSTICK, new Timings()).throughput();
    report.target(
        what,
        number("%.2f of the yardstick: ", ratio) + figures(timings) + each(target),
        words + " of the yardstick, none failed",
        ratio >= least && timings.failed() == 0);
  }

  /** What an answer that is authorised and logged gets done, of one that is neither. */
  private void cost(Report report) {
    Timings bare = measured.getOrDefault(Target.BARE, new Timings());
    double left =
        measured.getOrDefault(Target.RS384, new Timings()).throughput() / bare.throughput();
    report.target(
        "authorisation (RS384) and the log together",
        number("take %.2f of the throughput; without both: ", 1 - left) + figures(bare),
        "less than 0.50, none failed",
        left > 1 / 2d && bare.failed() == 0);
  }

  private String each(Target target) {
    ProcessorTimes.Used all = used.get(target);
    return all == null ? "" : "; " + all.each(measured.getOrDefault(target, new Timings()).count());
  }

  private static String figures(Timings t) {
    return number(
        "%.0f a second, median %.2f ms, p99 %.2f ms, %d failed of %d",
        t.throughput(), t.quantile(0.5), t.quantile(0.99), t.failed(), t.count());
  }
}
