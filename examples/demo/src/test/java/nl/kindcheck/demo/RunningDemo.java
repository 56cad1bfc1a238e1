package nl.kindcheck.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The demo as it is started for a person, and a browser: once for all the walks, for a start takes
 * longer than a walk. Each walk therefore keeps to patients of its own.
 */
final class RunningDemo implements AutoCloseable {

  private final Path folder;
  private final Settings settings;
  private final Browser browser;
  private Demo demo;

  private RunningDemo() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("kindcheck-demo");
    settings =
        Settings.of(
            "--service-jar=" + System.getProperty("demo.service-jar"),
            "--epd-jar=" + System.getProperty("demo.epd-jar"),
            "--data=" + folder,
            "--service-port=" + freePort(),
            "--epd-port=" + freePort(),
            "--database-port=" + freePort());
    demo = Demo.start(settings);
    browser = new Browser();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  Settings settings() {
    return settings;
  }

  Browser browser() {
    return browser;
  }

  List<ProcessHandle> processes() {
    return demo.processes();
  }

  /** After both processes ended: the same demo, with the same data. */
  void startAgain() throws IOException, InterruptedException {
    demo = Demo.start(settings);
  }

  @Override
  public void close() throws IOException {
    browser.close();
    demo.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /** Hands the one demo to whichever test class asks for it. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningDemo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(RunningDemo.class, unused -> started());
    }

    private static RunningDemo started() {
      try {
        return new RunningDemo();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
