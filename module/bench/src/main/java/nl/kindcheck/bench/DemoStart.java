package nl.kindcheck.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Starts the demo's service as its jar, ends it, and starts it again on the same data: from the
 * start of the process to the first answer of a hook's discovery.
 */
final class DemoStart {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Path jar;
  private final Path data;
  private final int port = freePort();
  private final int databasePort = freePort();
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param jar the service's executable jar
   * @param data an empty folder
   */
  DemoStart(Path jar, Path data) throws IOException {
    this.jar = jar;
    this.data = data;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts it, and ends it again. */
  Duration once() throws IOException, InterruptedException {
    long before = System.nanoTime();
    Process demo =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--kindcheck.demo.data=" + data,
                "--kindcheck.demo.database-port=" + databasePort)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      long end = before + LONGEST.toNanos();
      while (System.nanoTime() - end < 0) {
        if (answers()) {
          return Duration.ofNanos(System.nanoTime() - before);
        }
        if (demo.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IOException("The demo ended with " + demo.exitValue() + ".");
        }
      }
      throw new IOException("The demo gave no answer in " + LONGEST + ".");
    } finally {
      demo.destroy();
      if (!demo.waitFor(60, TimeUnit.SECONDS)) {
        demo.destroyForcibly();
      }
    }
  }

  private boolean answers() throws InterruptedException {
    URI discovery = URI.create("http://localhost:" + port + "/cds-services");
    try {
      return http.send(HttpRequest.newBuilder(discovery).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
