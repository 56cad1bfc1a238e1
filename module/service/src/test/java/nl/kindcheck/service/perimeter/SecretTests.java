package nl.kindcheck.service.perimeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.kindcheck.service.KindcheckApplication;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A secret comes from the environment or a file of its own, and from nowhere else. */
@ExtendWith(OutputCaptureExtension.class)
class SecretTests {

  private static final String SECRET = "a-secret-of-this-test";

  @TempDir private Path folder;

  /** With what a start needs but for the passwords. */
  private static List<String> arguments(TestDatabase database, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.SERVICE,
                "--spring.flyway.user=" + TestDatabase.OWNER,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + World.url("/idp"),
                "--kindcheck.public-url=" + World.PUBLIC_URL,
                "--kindcheck.outgoing.private-hosts=localhost"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static void start(List<String> arguments) {
    SpringApplication.run(KindcheckApplication.class, arguments.toArray(String[]::new)).close();
  }

  private void refused(List<String> arguments, String name, String place, CapturedOutput output) {
    assertThatThrownBy(() -> start(arguments)).hasMessageContaining(name);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "- " + name + " (" + place + ")")
        .contains("docs/perimeter.md")
        .doesNotContain(SECRET, "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.datasource.password",
        "spring.flyway.password",
        "kindcheck.identity.client-secret",
        "kindcheck.care-relation.epd-secrets.haven",
        "server.ssl.key-store-password",
        "spring.ssl.bundle.pem.web.keystore.private-key"
      })
  void oneInASettingsFileStopsTheStart(String name, CapturedOutput output) throws IOException {
    Path file = Files.writeString(folder.resolve("beside.properties"), name + "=" + SECRET);
    refused(
        arguments(TestDatabase.create(), "--spring.config.additional-location=file:" + file),
        name,
        "a settings file",
        output);
  }

  @Test
  void oneOnTheCommandLineStopsTheStart(CapturedOutput output) {
    String name = "spring.datasource.password";
    refused(
        arguments(TestDatabase.create(), "--" + name + "=" + SECRET),
        name,
        "the command line",
        output);
  }

  @Test
  void filesOfTheirOwnAreRead() throws IOException {
    World.standard();
    Files.writeString(folder.resolve("spring.datasource.password"), SECRET + "\n");
    Files.writeString(folder.resolve("spring.flyway.password"), SECRET);
    String[] arguments =
        arguments(TestDatabase.create(), "--kindcheck.secrets-folder=" + folder)
            .toArray(String[]::new);
    try (var service = SpringApplication.run(KindcheckApplication.class, arguments)) {
      assertThat(service.getBean(HikariDataSource.class).getPassword()).isEqualTo(SECRET);
    }
  }

  /** What the repository itself carries. */
  @Test
  void noSettingsFileOfOursHoldsOne() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"), 1)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(?:yml|properties)")).toList()) {
        assertThat(Files.readString(file)).doesNotContainPattern("(?i)(?:password|secret):\\s*\\S");
      }
    }
  }
}
