package nl.kindcheck.service.perimeter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Reads along with everything that the tests and the services in them write, and remembers each
 * line in which a person, a token or a citizen service number stands. {@link LogOfTheSuiteTests}
 * fails where there is one. Begins before the first test, so that every context writes through it.
 */
public final class LogWatch implements LauncherSessionListener {

  /** What the tests call people, as a word of its own. */
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(?:Noor|Sam|Els|Anja|Anna|Bram|Achternaam|Verzonnenlaan|Voorbeeldlaan|1234 ?AB)\\b");

  /** A signed token; the secrets of the tests; what a header or a cookie holds. */
  private static final Pattern TOKENS =
      Pattern.compile(
          "eyJ[\\w-]{6,}\\.[\\w-]{6,}|an-access-token-of-the-epd|only-in-tests|06-geheim|(?i:bearer)"
              + " [\\w.~+/-]{6,}|kindcheck-(?:session|launch|office)=\\S|_csrf=\\S"
              + "|(?:access_token|refresh_token|id_token|client_secret)\"?\\s?[=:]\\s?\"?[\\w.-]{12,}");

  /** What stands in a body and nowhere else. */
  private static final Pattern BODIES =
      Pattern.compile("\"(?:resourceType|prefetch|linkId|valueString|birthDate)\"");

  private static final Pattern NINE_DIGITS =
      Pattern.compile("(?<![\\w.:/-])[0-9]{9}(?![\\w:/-]|\\.[0-9])");

  private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();
  private static final AtomicLong LINES = new AtomicLong();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    System.setOut(new PrintStream(new Reading(System.out), true, UTF_8));
    System.setErr(new PrintStream(new Reading(System.err), true, UTF_8));
  }

  /** The lines in which something stands that does not belong there. */
  static List<String> found() {
    return List.copyOf(FOUND);
  }

  /** How many lines were looked at. */
  static long lines() {
    return LINES.get();
  }

  /** Takes back what a test of this watch itself wrote. */
  static boolean forget(String line) {
    return FOUND.remove(line);
  }

  static boolean tells(String line) {
    return NAMES.matcher(line).find()
        || TOKENS.matcher(line).find()
        || BODIES.matcher(line).find()
        || NINE_DIGITS.matcher(line).results().map(MatchResult::group).anyMatch(LogWatch::isBsn);
  }

  /** The eleven test. */
  private static boolean isBsn(String digits) {
    int sum = -(digits.charAt(8) - '0');
    for (int i = 0; i < 8; i++) {
      sum += (9 - i) * (digits.charAt(i) - '0');
    }
    return sum % 11 == 0 && !digits.equals("000000000");
  }

  private static void look(String line) {
    LINES.incrementAndGet();
    if (tells(line)) {
      FOUND.add(line);
    }
  }

  /** Passes everything on, and looks at each line once it is whole. */
  private static final class Reading extends OutputStream {

    private final OutputStream to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Reading(OutputStream to) {
      this.to = to;
    }

    @Override
    public synchronized void write(int b) throws IOException {
      to.write(b);
      take(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int many) throws IOException {
      to.write(bytes, from, many);
      for (int i = from; i < from + many; i++) {
        take(bytes[i]);
      }
    }

    @Override
    public void flush() throws IOException {
      to.flush();
    }

    private void take(int b) {
      if (b == '\n') {
        look(line.toString(UTF_8).stripTrailing());
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
