package nl.kindcheck.service.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Jazzer feeds what reads the messages of others, and lets itself be led by the code that a message
 * reaches. It runs as a program of its own, for a bounded number of runs and seconds; what it finds
 * fails the test, and lies in {@code target/fuzz}.
 */
class FuzzTests {

  /** What a quiet machine does in a few seconds; a busy one stops when its time is over. */
  private static final int MOST_RUNS = 20_000;

  private static final int MOST_SECONDS = 40;
  private static final int FEWEST_RUNS = 1_000;
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

  @ParameterizedTest
  @CsvSource({
    "hook, nl.kindcheck.service.cdshooks.HookFuzz",
    "response, nl.kindcheck.service.fhirapi.ResponseFuzz",
    "launch, nl.kindcheck.service.launch.LaunchFuzz"
  })
  void whateverComesIsReadOrRefused(String input, String target) throws Exception {
    Path found = Files.createDirectories(Path.of("target", "fuzz", input)).toAbsolutePath();
    // What an earlier run found was looked at then.
    for (String earlier : findings(found)) {
      Files.delete(found.resolve(earlier));
    }
    Path corpus = Files.createTempDirectory(found, "corpus");
    Path log = found.resolve("log.txt");
    Path seeds = Path.of("src", "test", "resources", "fuzz", input).toAbsolutePath();
    Process jazzer =
        new ProcessBuilder(command(target, found, corpus, seeds))
            .directory(found.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(jazzer.waitFor(5, TimeUnit.MINUTES)).as("Jazzer came to its end").isTrue();
    } finally {
      jazzer.destroyForcibly();
    }
    String said = Files.readString(log, UTF_8);
    assertThat(jazzer.exitValue()).as(said).isZero();
    assertThat(number(DONE, said)).as(said).isGreaterThanOrEqualTo(FEWEST_RUNS);
    assertThat(number(COVERAGE, said)).as(said).isGreaterThan(100);
    assertThat(findings(found)).isEmpty();
    Attacks.tried(
        "fuzzing, led by coverage (Jazzer)",
        "the readers of a " + input + ": at least so many inputs",
        FEWEST_RUNS,
        "read or refused, whatever came");
  }

  private static List<String> command(String target, Path found, Path corpus, Path seeds) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx768m",
        "-Djdk.attach.allowAttachSelf=true",
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target,
        "--instrumentation_includes=nl.kindcheck.**",
        "--custom_hook_includes=nl.kindcheck.**",
        "--reproducer_path=" + found,
        "-artifact_prefix=" + found + "/",
        "-runs=" + MOST_RUNS,
        "-max_total_time=" + MOST_SECONDS,
        "-max_len=20000",
        "-timeout=10",
        "-seed=4",
        "-print_final_stats=1",
        corpus.toString(),
        seeds.toString());
  }

  private static List<String> findings(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(crash|timeout|oom|slow-unit|Crash_).*"))
          .toList();
    }
  }

  private static int number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    int last = 0;
    while (found.find()) {
      last = Integer.parseInt(found.group(1));
    }
    return last;
  }
}
