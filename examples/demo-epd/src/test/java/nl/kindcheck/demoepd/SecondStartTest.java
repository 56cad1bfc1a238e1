package nl.kindcheck.demoepd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The EPD as a process: what it keeps, what it refuses to start with, when it ends. */
class SecondStartTest {

  private static final String NOBODY = "--kindcheck.service-url=http://127.0.0.1:9";

  @TempDir Path folder;

  @Test
  void aSecondStartGoesOnWithTheSameData() throws IOException {
    String encounter;
    try (ConfigurableApplicationContext first = start("--demo-epd.data=" + folder)) {
      encounter = new Browser(port(first)).start("p01", "intake").path();
    }
    try (ConfigurableApplicationContext second = start("--demo-epd.data=" + folder)) {
      assertThat(new Browser(port(second)).open(encounter).words())
          .contains("Intake: Anja Voorbeeld");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @Test
  void withoutAFolderNothingIsKept() {
    String encounter;
    try (ConfigurableApplicationContext first = start()) {
      encounter = new Browser(port(first)).start("p01", "intake").path();
    }
    try (ConfigurableApplicationContext second = start()) {
      assertThat(new Browser(port(second)).open(encounter).status()).isEqualTo(404);
    }
  }

  @Test
  void aDamagedFileStopsTheStartAndIsLeftAsItIs() throws IOException {
    Path records = Files.writeString(folder.resolve("records.json"), "{ half");

    assertThatThrownBy(() -> start("--demo-epd.data=" + folder)).rootCause().isNotNull();
    assertThatThrownBy(() -> start("--demo-epd.data=" + folder))
        .hasStackTraceContaining("records.json in demo-epd.data is not a FHIR Bundle");
    assertThat(records).hasContent("{ half");
  }

  @ParameterizedTest
  @CsvSource({
    "kindcheck.service-url=ftp://x, must be an http(s) address",
    "kindcheck.service-url=http://x/, must not end with a slash",
    "kindcheck.hook-timeout=0s, must be more than zero",
    "kindcheck.operation-timeout=-1s, must be more than zero"
  })
  void aSettingThatCannotWorkStopsTheStart(String setting, String because) {
    assertThatThrownBy(() -> start("--" + setting)).hasStackTraceContaining(because);
  }

  @Test
  @Timeout(60)
  void endsWhenItsParentDoes() throws IOException, InterruptedException {
    Process epd = process("--kindcheck.exit-with-parent=true");
    try {
      assertThat(epd.inputReader().lines().anyMatch(line -> line.contains("Started"))).isTrue();
      assertThat(epd.isAlive()).isTrue();

      epd.getOutputStream().close();

      assertThat(epd.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      epd.destroyForcibly();
    }
  }

  @Test
  @Timeout(60)
  void staysWithoutAParentUnlessAskedOtherwise() throws IOException, InterruptedException {
    Process epd = process();
    try {
      assertThat(epd.inputReader().lines().anyMatch(line -> line.contains("Started"))).isTrue();

      epd.getOutputStream().close();

      assertThat(epd.waitFor(2, TimeUnit.SECONDS)).isFalse();
    } finally {
      epd.destroyForcibly();
    }
  }

  private static Process process(String... settings) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DemoEpdApplication.class.getName(),
            "--server.port=0",
            NOBODY);
    builder.command().addAll(List.of(settings));
    return builder.redirectErrorStream(true).start();
  }

  private static ConfigurableApplicationContext start(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("--server.port=0", "--logging.level.root=off"));
    if (all.stream().noneMatch(setting -> setting.startsWith("--kindcheck.service-url"))) {
      all.add(NOBODY);
    }
    return SpringApplication.run(DemoEpdApplication.class, all.toArray(String[]::new));
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
