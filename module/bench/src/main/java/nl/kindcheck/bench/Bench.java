package nl.kindcheck.bench;

import static nl.kindcheck.bench.Report.number;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.bench.core.CoreBench;
import nl.kindcheck.bench.service.BenchedService;
import nl.kindcheck.bench.world.BenchDatabase;
import nl.kindcheck.bench.world.Bodies;
import nl.kindcheck.bench.world.Launches;
import nl.kindcheck.bench.world.Outside;
import nl.kindcheck.bench.world.Seeding;
import nl.kindcheck.bench.world.ServiceProcess;
import nl.kindcheck.bench.world.Tokens;
import nl.kindcheck.service.platform.DomainClock;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what the product promises about speed and size, and prints it beside the promise. This
 * process makes the calls; the service has one of its own.
 */
public final class Bench {

  private static final int CORE_MICROSECONDS = 100;
  private static final int DEMO_SECONDS = 30;

  private final Settings settings;
  private final Report report;

  private Bench(Settings settings, Report report) {
    this.settings = settings;
    this.report = report;
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.read();
    Files.createDirectories(settings.folder());
    Report report = new Report();
    Bench bench = new Bench(settings, report);
    bench.core();
    bench.service();
    bench.demo();
    report.write(settings.folder().resolve("bench.md"));
  }

  private void core() throws RunnerException {
    double micros = CoreBench.microseconds();
    report.target(
        "core: 500 statements folded, all rules decided",
        number("%.1f µs", micros),
        "under " + CORE_MICROSECONDS + " µs",
        micros < CORE_MICROSECONDS);
  }

  private void service() throws IOException, SQLException, JOSEException {
    Path folder = settings.folder();
    Files.deleteIfExists(folder.resolve("bench-service.log"));
    try (BenchDatabase database = BenchDatabase.start(folder.resolve("bench-database"));
        Outside outside = Outside.start()) {
      Tokens tokens = new Tokens(outside);
      Bodies bodies = new Bodies(LocalDate.now(DomainClock.ZONE));
      try (ServiceProcess service = ServiceProcess.start(database, outside, folder, List.of())) {
        report.say("Putting " + settings.families() + " families in place");
        new Seeding(tokens, bodies).fill(service.port(), database, settings.families());
      }
      try (ServiceProcess service =
              ServiceProcess.start(database, outside, folder, settings.serviceJvm());
          ServiceProcess bare =
              ServiceProcess.start(database, outside, folder, List.of(), BenchedService.BARE)) {
        ProcessorTimes processor = new ProcessorTimes(service, database);
        HookRounds hooks = new HookRounds(settings, tokens, bodies, processor);
        hooks.firstCall(service.port(), report);
        hooks.measure(service.port(), bare.port(), report);
        hooks.report(report);
        new PageRounds(settings, new Launches(outside), processor)
            .measure(service.port(), hooks.yardstickP95(), report);
        new RecordRounds(settings, tokens, bodies).measure(service.port(), report);
        heap(service.heap());
      }
    }
  }

  /** That the run came to its end is the proof; what is left after a collection is the margin. */
  private void heap(ServiceProcess.Heap heap) {
    report.target(
        number("heap at %d families", settings.families()),
        number("%d MB in use after the run, of %d", heap.used() >> 20, heap.max() >> 20),
        ServiceProcess.HEAP_MEGABYTES + " MB is enough",
        heap.max() >> 20 <= ServiceProcess.HEAP_MEGABYTES);
  }

  private void demo() throws IOException, InterruptedException {
    if (!Files.exists(settings.demoJar())) {
      report.figure("second start of the demo", "not measured: no jar of the service");
      return;
    }
    Path data = Files.createTempDirectory(settings.folder(), "bench-demo");
    DemoStart demo = new DemoStart(settings.demoJar(), data);
    Duration first = demo.once();
    Duration second = demo.once();
    report.target(
        "second start of the demo's service, to its first answer",
        number("%.1f s (the first: %.1f s)", second.toMillis() / 1e3, first.toMillis() / 1e3),
        "under " + DEMO_SECONDS + " s",
        second.toSeconds() < DEMO_SECONDS);
  }
}
