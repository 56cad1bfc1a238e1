package nl.kindcheck.service.platform;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Looks where secrets come from, before anything starts.
 *
 * <p>The attack: a settings file is mailed, backed up or committed with the password in it; a
 * command line is read by everybody on the machine. The rule: a secret comes from the environment
 * or from a file of its own, and one that stands elsewhere stops the start, so that nobody gets
 * used to it.
 */
public class SecretSettings implements ApplicationListener<ApplicationPreparedEvent> {

  private static final Pattern SECRET =
      Pattern.compile("(?:.*[.-])?(?:password|secret|private-?key|client-?secret)(?:s\\..*)?");

  /** Where it may stand is not a secret. */
  private static final Pattern NO_SECRET =
      Pattern.compile("(?s)\\s*|\\$\\{[^}:]*}|(?:file|classpath):.*");

  /** What stands where it should not; its message names settings and never a value. */
  static final class Misplaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misplaced(List<String> lines) {
      super(String.join(System.lineSeparator(), lines), null, false, false);
    }
  }

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    List<String> misplaced =
        event.getApplicationContext().getEnvironment().getPropertySources().stream()
            .filter(SecretSettings::isOpen)
            .flatMap(source -> secrets((EnumerablePropertySource<?>) source))
            .distinct()
            .toList();
    if (!misplaced.isEmpty()) {
      throw new Misplaced(misplaced);
    }
  }

  /** A settings file, the command line, or a property of the Java process. */
  private static boolean isOpen(PropertySource<?> source) {
    return source instanceof EnumerablePropertySource
        && (source instanceof OriginTrackedMapPropertySource
            || source instanceof CommandLinePropertySource
            || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME));
  }

  private static Stream<String> secrets(EnumerablePropertySource<?> source) {
    boolean ofJava =
        source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    return Stream.of(source.getPropertyNames())
        .filter(name -> SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches())
        .filter(name -> !ofJava || name.matches("(?:spring|server|kindcheck)\\..*"))
        .filter(name -> !NO_SECRET.matcher(String.valueOf(source.getProperty(name))).matches())
        .map(name -> "- " + name + " (" + place(source) + ")");
  }

  private static String place(PropertySource<?> source) {
    if (source instanceof OriginTrackedMapPropertySource) {
      return "a settings file";
    }
    return source instanceof CommandLinePropertySource ? "the command line" : "-D of the process";
  }
}
