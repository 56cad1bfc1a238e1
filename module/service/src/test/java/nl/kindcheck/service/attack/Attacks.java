package nl.kindcheck.service.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps account of what the tests attack the service with, for the table in {@code
 * docs/attacks.md}. A test says what it tried after it has seen that nothing came of it; the end of
 * the build compares the table of the run with the one in the docs.
 */
public final class Attacks {

  private static final Path TABLE = Path.of("target", "attacks.md");

  private static final String HEAD =
      """
      # Attacks, and what came of them

      Made by the tests: each line is written by a test that tried it against the running service, and stands here only
      because the test passed. The number says how many requests (or statements, files, changes) it took. `mvn verify`
      fails where a run gives another table than this one, and says how to take the new one over.

      What the numbers do not say: that there is no other way in. They say which ways were tried.

      | attack | what was tried | how often | what happened |
      |---|---|---|---|
      """;

  /** Attack, then what was tried. */
  private static final Map<String, Map<String, Line>> LINES = new TreeMap<>();

  private Attacks() {}

  private static final class Line {
    private int count;
    private final Set<String> outcomes = new TreeSet<>();
  }

  /**
   * Says that something was tried. Said more than once of the same, the numbers are added.
   *
   * @param attack the kind, as in {@code a token of a hook}
   * @param what what was tried, in a few words
   * @param count how often; the same in each run
   * @param outcome what happened, as it was seen
   */
  public static synchronized void tried(String attack, String what, int count, String outcome) {
    if (count < 1) {
      throw new IllegalArgumentException("Nothing was tried: " + attack + ", " + what);
    }
    Line line =
        LINES.computeIfAbsent(attack, a -> new TreeMap<>()).computeIfAbsent(what, w -> new Line());
    line.count += count;
    line.outcomes.add(outcome);
    write();
  }

  private static void write() {
    StringBuilder table = new StringBuilder(HEAD);
    LINES.forEach(
        (attack, lines) ->
            lines.forEach(
                (what, line) ->
                    table
                        .append(
                            "| %s | %s | %,d | ".formatted(cell(attack), cell(what), line.count))
                        .append(cell(String.join("; ", line.outcomes)))
                        .append(" |\n")));
    try {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, table, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
  }
}
