package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Outside the demo nothing that opens a record or access has a default. */
@ExtendWith(OutputCaptureExtension.class)
class StartSettingsTests {

  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("spring.datasource.url", "jdbc:postgresql://localhost:1/kindcheck");
    ALL.put("spring.datasource.username", "kindcheck_service");
    ALL.put("spring.flyway.user", "kindcheck_owner");
    ALL.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:1/idp");
    ALL.put("kindcheck.public-url", "https://kindcheck.test");
  }

  private static void startWith(Map<String, String> settings) {
    String[] arguments =
        settings.entrySet().stream()
            .map(e -> "--" + e.getKey() + "=" + e.getValue())
            .toArray(String[]::new);
    SpringApplication.run(KindcheckApplication.class, arguments).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.datasource.url",
        "spring.datasource.username",
        "spring.flyway.user",
        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
        "kindcheck.public-url"
      })
  void oneThatIsMissingStopsTheStartAndIsNamed(String name, CapturedOutput output) {
    Map<String, String> settings = new LinkedHashMap<>(ALL);
    settings.remove(name);
    assertThatThrownBy(() -> startWith(settings)).hasMessageContaining(name);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("- " + name + ": ")
        .contains("mvn -Pdemo")
        .doesNotContain("\tat ");
    ALL.keySet().stream()
        .filter(other -> !other.equals(name))
        .forEach(other -> assertThat(output).doesNotContain("- " + other + ": "));
  }

  @Test
  void oneThatIsBlankIsMissing(CapturedOutput output) {
    Map<String, String> settings = new LinkedHashMap<>(ALL);
    settings.put("spring.datasource.url", "  ");
    assertThatThrownBy(() -> startWith(settings)).hasMessageContaining("spring.datasource.url");
    assertThat(output).contains("- spring.datasource.url: ");
  }

  @Test
  void allThatIsMissingIsNamedAtOnce(CapturedOutput output) {
    assertThatThrownBy(() -> startWith(Map.of())).isInstanceOf(RuntimeException.class);
    ALL.keySet().forEach(name -> assertThat(output).contains("- " + name + ": "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kindcheck.test", "https://kindcheck.test/"})
  void aPublicAddressThatIsNoneStopsTheStart(String address) {
    assertThatThrownBy(
            () -> new nl.kindcheck.service.platform.PublicUrl(java.net.URI.create(address)))
        .hasMessageContaining("kindcheck.public-url");
  }
}
