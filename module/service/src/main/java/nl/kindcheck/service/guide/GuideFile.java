package nl.kindcheck.service.guide;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Coded;

/**
 * Reads a file of the guide: a front matter of lines {@code name: value} between two lines of three
 * hyphens, then the text in markdown.
 */
final class GuideFile {

  private static final String FENCE = "---";
  private static final String POINT = "- ";
  private static final List<String> FIELDS =
      List.of("title", "source", "owner", "status", "review");

  private final String name;
  private final Map<String, String> fields = new HashMap<>();
  private final String body;

  private GuideFile(String name, String content) {
    this.name = name;
    List<String> lines = content.lines().toList();
    int end = lines.isEmpty() || !lines.get(0).strip().equals(FENCE) ? -1 : fenceAfter(lines);
    if (end < 0) {
      throw new GuideUnusable(
          name, "the file begins with a front matter between two lines of " + FENCE);
    }
    for (String line : lines.subList(1, end)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        if (!line.isBlank()) {
          throw new GuideUnusable(name, "every line of the front matter is \"name: value\"");
        }
        continue;
      }
      fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    this.body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
  }

  private static int fenceAfter(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * @param name as it is called in a message
   * @throws GuideUnusable where something is missing or cannot be read
   */
  static GuideText read(GuideTopic topic, String name, String content) {
    return new GuideFile(name, content).text(topic);
  }

  private GuideText text(GuideTopic topic) {
    for (String field : fields.keySet()) {
      if (!FIELDS.contains(field)) {
        throw new GuideUnusable(name, "\"" + field + "\" is not a field; they are " + FIELDS);
      }
    }
    if (body.isEmpty()) {
      throw new GuideUnusable(name, "there is no text below the front matter");
    }
    return new GuideText(
        topic,
        field("title"),
        GuideHtml.of(body),
        body.lines().filter(l -> l.startsWith(POINT)).map(l -> l.substring(2).strip()).toList(),
        field("source"),
        field("owner"),
        status(),
        review());
  }

  private String field(String field) {
    String value = fields.getOrDefault(field, "");
    if (value.isEmpty()) {
      throw new GuideUnusable(name, "\"" + field + "\" is missing in the front matter");
    }
    return value;
  }

  private GuideText.Status status() {
    return Coded.find(GuideText.Status.class, field("status"))
        .orElseThrow(() -> new GuideUnusable(name, "\"status\" is not-validated or validated"));
  }

  private LocalDate review() {
    try {
      return LocalDate.parse(field("review"));
    } catch (DateTimeParseException e) {
      throw new GuideUnusable(name, "\"review\" is a day, as in 2027-05-01");
    }
  }
}
