package nl.kindcheck.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the demo is started with.
 *
 * @param data the folder that keeps the demo's data and logs
 */
record Settings(
    Path serviceJar, Path epdJar, Path data, int servicePort, int epdPort, int databasePort) {

  static final int SERVICE_PORT = 8080;
  static final int EPD_PORT = 8081;
  static final int DATABASE_PORT = 8432;

  /**
   * Reads arguments of the form {@code --name=value}.
   *
   * @throws IllegalArgumentException for any other form, and where a jar or the folder is not named
   */
  static Settings of(String... arguments) {
    Map<String, String> named = new TreeMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (parts.length != 2 || !parts[0].startsWith("--")) {
        throw new IllegalArgumentException("Not of the form --name=value: " + argument);
      }
      named.put(parts[0].substring(2), parts[1]);
    }
    return new Settings(
        path(named, "service-jar"),
        path(named, "epd-jar"),
        path(named, "data"),
        port(named, "service-port", SERVICE_PORT),
        port(named, "epd-port", EPD_PORT),
        port(named, "database-port", DATABASE_PORT));
  }

  private static Path path(Map<String, String> named, String name) {
    String value = named.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Give --" + name + "=...");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }

  private static int port(Map<String, String> named, String name, int usual) {
    return Integer.parseInt(named.getOrDefault(name, Integer.toString(usual)));
  }

  String serviceUrl() {
    return "http://localhost:" + servicePort;
  }

  String epdUrl() {
    return "http://localhost:" + epdPort;
  }
}
