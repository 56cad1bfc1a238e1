package nl.kindcheck.bench.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Set;
import nl.kindcheck.service.KindcheckApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The measured process: the service as it runs at an organisation, with the yardstick beside it.
 * Takes its orders from standard input and ends with it, so that it never outlives the bench.
 */
public final class BenchedService {

  /** Begins every line that is an answer; all others are the service's log. */
  public static final String MARK = "bench:";

  public static final String HEAP = "heap";

  /** The hooks without authorisation and without the log. */
  public static final String BARE = "--bare";

  private BenchedService() {}

  /**
   * Starts the service and answers until the input ends.
   *
   * @param arguments settings, as the service takes them
   */
  public static void main(String[] arguments) throws IOException {
    SpringApplication application =
        new SpringApplication(KindcheckApplication.class, Yardstick.class);
    if (List.of(arguments).contains(BARE)) {
      application.addPrimarySources(Set.of(Bare.class));
    }
    try (ConfigurableApplicationContext service = application.run(arguments)) {
      answer(service.getEnvironment().getRequiredProperty("local.server.port"));
      BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        if (order.equals(HEAP)) {
          answer(heap());
        }
      }
    }
  }

  private static String heap() {
    System.gc();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return heap.getUsed() + " " + heap.getMax();
  }

  private static void answer(String text) {
    System.out.println(MARK + text);
    System.out.flush();
  }
}
