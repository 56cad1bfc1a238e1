package nl.kindcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.service.platform.DomainClock;

/** The table: every figure beside its target, met or not. */
final class Report {

  private final List<String> lines = new ArrayList<>();

  Report() throws IOException {
    lines.add("Measured on " + LocalDate.now(DomainClock.ZONE) + ": " + machine());
    lines.add("");
    lines.add("| what | figure | target | met |");
    lines.add("|---|---|---|---|");
  }

  private static String machine() throws IOException {
    long memory = 0;
    Path memInfo = Path.of("/proc/meminfo");
    if (Files.exists(memInfo)) {
      memory = Long.parseLong(Files.readAllLines(memInfo).get(0).replaceAll("\\D", "")) >> 20;
    }
    return "%d cores, %s memory, Java %s (%s), %s %s, PostgreSQL on the same machine with fsync on."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            memory == 0 ? "unknown" : memory + " GB",
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  /** A figure that has a target. */
  void target(String what, String figure, String target, boolean met) {
    row(what, figure, target, met ? "yes" : "**no**");
  }

  /** A figure that has none. */
  void figure(String what, String figure) {
    row(what, figure, "", "");
  }

  private void row(String... cells) {
    String row = "| " + String.join(" | ", cells) + " |";
    lines.add(row);
    say(row);
  }

  /** What goes on, for who waits. */
  void say(String text) {
    System.out.println(text);
  }

  void write(Path file) throws IOException {
    Files.write(file, lines);
    say("");
    lines.forEach(this::say);
  }

  static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
