package nl.kindcheck.service.launch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whose record is open, as the EPD calls them: on every page, so that nobody writes in another's.
 * It lives as long as the session and is in no log.
 *
 * @param name never blank
 * @param born null where the EPD does not say, or not to the day
 */
public record OpenedFor(String name, @Nullable LocalDate born) {

  static final String USE = "opened-for";
  private static final int LONGEST = 200;

  /** What a Patient resource says; empty where it has no name that can be shown. */
  static Optional<OpenedFor> of(JsonNode patient) {
    for (JsonNode name : patient.path("name")) {
      String text = name.path("text").asString("");
      if (text.isBlank()) {
        StringBuilder parts = new StringBuilder();
        name.path("given").forEach(given -> parts.append(given.asString("")).append(' '));
        text = parts.append(name.path("family").asString("")).toString();
      }
      String shown = text.replaceAll("\\p{Cntrl}", " ").strip();
      if (!shown.isEmpty()) {
        String cut = shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
        return Optional.of(new OpenedFor(cut, day(patient.path("birthDate").asString(""))));
      }
    }
    return Optional.empty();
  }

  /** In one text, as it is sealed. */
  String sealed() {
    return (born == null ? "" : born) + "\n" + name;
  }

  static OpenedFor unsealed(String text) {
    String[] parts = text.split("\n", 2);
    return new OpenedFor(parts[1], day(parts[0]));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Never the name: a record's own would show it in a log. */
  @Override
  public String toString() {
    return "OpenedFor";
  }
}
