package nl.kindcheck.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;

/**
 * The demo on one machine: the service with its own database, and a small EPD beside it. Prints
 * where they are; ends both when it is ended. A second start goes on with the same data.
 */
public final class Demo implements AutoCloseable {

  private static final int SERVICE_MEMORY = 512;
  private static final int EPD_MEMORY = 192;

  private final Part service;
  private final Part epd;

  private Demo(Part service, Part epd) {
    this.service = service;
    this.epd = epd;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Settings settings = Settings.of(arguments);
    PrintStream out = System.out;
    out.println("Starting the Kindcheck demo ...");
    Demo demo = start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end-of-demo"));
    out.printf(
        """

        Kindcheck demo
          EPD      %s   start here: choose a patient, start an intake
          Service  %s/cds-services and %s/fhir/metadata
          Data     %s   (delete it to begin anew)

        This is a demo without sign-in: it answers calls from this machine only.
        Ctrl-C ends it.
        """,
        settings.epdUrl(), settings.serviceUrl(), settings.serviceUrl(), settings.data());
    demo.service.awaitEnd();
    demo.close();
  }

  /** Starts both and returns when both answer. */
  static Demo start(Settings settings) throws IOException, InterruptedException {
    Files.createDirectories(settings.data());
    Part.mustBeFree(settings.servicePort(), "the service");
    Part.mustBeFree(settings.epdPort(), "the demo EPD");
    Part service =
        Part.start(
            "service",
            settings.serviceJar(),
            SERVICE_MEMORY,
            settings.data(),
            serviceArguments(settings));
    Part epd =
        Part.start("epd", settings.epdJar(), EPD_MEMORY, settings.data(), epdArguments(settings));
    Demo demo = new Demo(service, epd);
    try {
      service.awaitAnswer(settings.serviceUrl() + "/actuator/health/readiness");
      epd.awaitAnswer(settings.epdUrl() + "/fhir/metadata");
    } catch (IOException | InterruptedException | RuntimeException e) {
      demo.close();
      throw e;
    }
    return demo;
  }

  private static List<String> serviceArguments(Settings settings) {
    return List.of(
        "--spring.profiles.active=demo",
        "--server.port=" + settings.servicePort(),
        "--kindcheck.public-url=" + settings.serviceUrl(),
        "--kindcheck.epds[0].organisation=demo",
        "--kindcheck.epds[0].fhir-server=" + settings.epdUrl() + "/fhir",
        "--kindcheck.demo.data=" + settings.data(),
        "--kindcheck.demo.database-port=" + settings.databasePort(),
        "--kindcheck.demo.exit-with-parent=true");
  }

  private static List<String> epdArguments(Settings settings) {
    return List.of(
        "--server.port=" + settings.epdPort(),
        "--kindcheck.service-url=" + settings.serviceUrl(),
        "--demo-epd.fhir-base=" + settings.epdUrl() + "/fhir",
        "--demo-epd.data=" + settings.data().resolve("epd"),
        "--kindcheck.exit-with-parent=true");
  }

  /** The processes, for a test that ends them the hard way. */
  List<ProcessHandle> processes() {
    return List.of(service.handle(), epd.handle());
  }

  @Override
  public void close() {
    epd.close();
    service.close();
  }
}
