package nl.kindcheck.bench.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.kindcheck.bench.service.BenchedService;

/** The measured service in a process of its own, with the heap that it has to do with. */
public final class ServiceProcess implements AutoCloseable {

  public static final int HEAP_MEGABYTES = 512;

  private static final int START_SECONDS = 120;

  private final Process process;
  private final BufferedWriter orders;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final int port;

  private ServiceProcess(Process process, Path log) throws IOException {
    this.process = process;
    this.orders = process.outputWriter(UTF_8);
    Thread reader = new Thread(() -> read(log), "service-output");
    reader.setDaemon(true);
    reader.start();
    this.port = Integer.parseInt(answer());
  }

  /**
   * Starts the service and waits until it is ready.
   *
   * @param folder for its log
   * @param jvm more options of its JVM, for instance for a flight recording
   * @param more arguments of the service
   */
  public static ServiceProcess start(
      BenchDatabase database, Outside outside, Path folder, List<String> jvm, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + HEAP_MEGABYTES + "m");
    command.addAll(jvm);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(BenchedService.class.getName());
    command.addAll(outside.settings(database));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The service takes no secret from a command line.
    builder.environment().put("SPRING_DATASOURCE_PASSWORD", BenchDatabase.PASSWORD);
    builder.environment().put("SPRING_FLYWAY_PASSWORD", BenchDatabase.PASSWORD);
    Process process = builder.start();
    return new ServiceProcess(process, folder.resolve("bench-service.log"));
  }

  private void read(Path log) {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(
                    Files.newOutputStream(
                        log, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(BenchedService.MARK)) {
          answers.add(line.substring(BenchedService.MARK.length()));
        } else {
          out.write(line);
          out.newLine();
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() {
    try {
      String answer = answers.poll(START_SECONDS, TimeUnit.SECONDS);
      if (answer != null) {
        return answer;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IllegalStateException("The service does not answer; see target/bench-service.log.");
  }

  public int port() {
    return port;
  }

  /** The processor time it has used. */
  public Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What is in use of the heap after a collection, and what there is, in bytes. */
  public Heap heap() throws IOException {
    orders.write(BenchedService.HEAP);
    orders.newLine();
    orders.flush();
    String[] numbers = answer().split(" ", -1);
    return new Heap(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  /** In bytes. */
  public record Heap(long used, long max) {}

  @Override
  public void close() throws IOException {
    orders.close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
