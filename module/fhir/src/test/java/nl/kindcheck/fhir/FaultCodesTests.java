package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultCodesTests {

  private static final Pattern CODE =
      Pattern.compile("\"((?:response|plausibility|epd)\\.[a-z-]+)\"");

  @Test
  void theListHoldsEveryCodeThatTheSourcesUseAndNoOther() throws IOException {
    Set<String> used = new TreeSet<>();
    collect(Path.of("src/main/java"), used);
    collect(Path.of("../core/src/main/java"), used);
    assertThat(FaultCodes.all()).containsExactlyInAnyOrderElementsOf(used);
  }

  private static void collect(Path folder, Set<String> used) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (!file.endsWith("FaultCodes.java")) {
          Matcher m = CODE.matcher(Files.readString(file));
          while (m.find()) {
            used.add(m.group(1));
          }
        }
      }
    }
  }
}
