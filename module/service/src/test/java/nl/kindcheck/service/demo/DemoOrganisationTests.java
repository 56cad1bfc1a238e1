package nl.kindcheck.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The organisation of the demo has all that a page shows of one, and nobody could be called. */
class DemoOrganisationTests {

  @Test
  void hasACrisisLineThatIsPlainlyFictional() throws IOException {
    List<PropertySource<?>> settings =
        new YamlPropertySourceLoader().load("demo", new ClassPathResource("application-demo.yml"));
    assertThat(settings)
        .singleElement()
        .satisfies(
            demo ->
                assertThat(demo.getProperty("kindcheck.organisations[0].crisis-line"))
                    .isEqualTo("088 000 00 00 (verzonnen)"));
  }
}
