package nl.kindcheck.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process of the demo: started, waited for, and ended. Its output goes to a file; its input is
 * a pipe that ends with us.
 */
final class Part implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
  private static final int LINES_SHOWN = 25;

  private final String name;
  private final Process process;
  private final Path log;

  private Part(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process.
   *
   * @param memory its largest heap, in megabytes
   */
  static Part start(String name, Path jar, int memory, Path folder, List<String> arguments)
      throws IOException {
    if (!Files.exists(jar)) {
      throw new DemoFailed(name + " has not been built yet: start the demo with mvn -Pdemo.");
    }
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The demo should be there soon: it never runs long enough to earn back the slower, better
    // compiler.
    command.addAll(
        List.of("-Xmx" + memory + "m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Part(name, process, log);
  }

  /** Says at once, and in words, that somebody else has the port. */
  static void mustBeFree(int port, String what) throws IOException {
    try (ServerSocket unused = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      // It is free.
    } catch (BindException e) {
      throw new DemoFailed(
          "Port %d, which the demo needs for %s, is in use. Stop what uses it, perhaps an earlier demo."
              .formatted(port, what));
    }
  }

  /** Waits until the process answers at an address. */
  void awaitAnswer(String address) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not there yet.
      }
      if (process.waitFor(150, TimeUnit.MILLISECONDS)) {
        throw new DemoFailed(name + " stopped while starting. Its last lines:\n" + lastLines());
      }
    }
    throw new DemoFailed(name + " did not answer in time. Its last lines:\n" + lastLines());
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
