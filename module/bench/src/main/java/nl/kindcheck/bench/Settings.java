package nl.kindcheck.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured. What the targets speak of is the default; smaller is for trying.
 *
 * @param families in the organisation
 * @param round how long one round takes; every target has {@code rounds} of them, in turn
 * @param warmUp how long each target is warmed up
 * @param serviceJvm more options of the measured JVM, for instance for a flight recording
 * @param folder where the report, the log and the database go
 * @param demoJar the service's executable jar
 */
record Settings(
    int families,
    int rounds,
    Duration round,
    Duration warmUp,
    List<String> serviceJvm,
    Path folder,
    Path demoJar) {

  static final int CONNECTIONS = 16;

  static Settings read() {
    String jvm = text("service-jvm", "");
    return new Settings(
        Integer.getInteger("bench.families", 100_000),
        Integer.getInteger("bench.rounds", 3),
        Duration.ofSeconds(Integer.getInteger("bench.seconds", 10)),
        Duration.ofSeconds(Integer.getInteger("bench.warm-up", 20)),
        jvm.isBlank() ? List.of() : List.of(jvm.trim().split("\\s+", -1)),
        Path.of(text("folder", "target")).toAbsolutePath(),
        Path.of(text("demo-jar", "")));
  }

  private static String text(String name, String otherwise) {
    return System.getProperty("bench." + name, otherwise);
  }
}
