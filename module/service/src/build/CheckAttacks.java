import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Run by the build when all tests have passed: whether the table of attacks in the docs is the one
 * that this run's tests made.
 *
 * <p>Arguments: the module's folder, and the properties {@code test}, {@code skipTests} and {@code
 * maven.test.skip}, each as it stands in the pom where it is not set. Where not all tests ran there
 * is nothing to compare.
 */
final class CheckAttacks {

  private CheckAttacks() {}

  public static void main(String[] args) throws IOException {
    boolean some = !args[1].isEmpty() && !args[1].startsWith("${");
    boolean none = isSet(args[2]) || isSet(args[3]);
    if (some || none) {
      return;
    }
    Path made = Path.of(args[0], "target", "attacks.md");
    Path docs = Path.of(args[0], "..", "..", "docs", "attacks.md").normalize();
    List<String> run = Files.readAllLines(made);
    List<String> kept = Files.exists(docs) ? Files.readAllLines(docs) : List.of();
    if (run.equals(kept)) {
      return;
    }
    List<String> differences = new ArrayList<>();
    run.stream().filter(line -> !kept.contains(line)).forEach(l -> differences.add("tests: " + l));
    kept.stream().filter(line -> !run.contains(line)).forEach(l -> differences.add("docs:  " + l));
    System.err.println("docs/attacks.md is not the table that the tests made:");
    differences.forEach(line -> System.err.println("  " + line));
    System.err.println("Where the new one is right: cp module/service/target/attacks.md docs/attacks.md");
    System.exit(1);
  }

  private static boolean isSet(String property) {
    return !property.isEmpty() && !property.startsWith("${") && !property.equals("false");
  }
}
