package nl.kindcheck.service.units;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.platform.Refused;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Units from a CSV file with the columns {@code code}, {@code name}, {@code kind}, {@code part_of},
 * {@code from} and {@code until}, in any order, between commas or semicolons. Every fault is told
 * at once, with its row (the heading is row 1) and its column; with one fault nothing is read.
 */
final class UnitCsv {

  private static final List<String> REQUIRED = List.of("code", "name", "kind");
  private static final Set<String> COLUMNS =
      Set.of("code", "name", "kind", "part_of", "from", "until");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int MOST_ROWS = 5_000;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_FAULTS = 200;
  private static final int ISO_DAY = 10;

  private final List<Refused.Fault> faults = new ArrayList<>();
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();

  private UnitCsv() {}

  /**
   * Reads a file.
   *
   * @throws Refused 422 with every fault
   */
  static List<Unit> read(byte[] file) {
    UnitCsv csv = new UnitCsv();
    csv.parse(text(file));
    csv.belonging();
    if (!csv.faults.isEmpty()) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          csv.faults.subList(0, Math.min(MOST_FAULTS, csv.faults.size())));
    }
    return List.copyOf(csv.units.values());
  }

  private static String text(byte[] file) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "units.not-utf", null);
    }
  }

  private void fault(String code, long row, String column) {
    faults.add(
        new Refused.Fault(
            code,
            "row[" + row + "]." + column,
            Map.of("row", Long.toString(row), "column", column)));
  }

  private void parse(String text) {
    String heading = text.lines().findFirst().orElse("");
    char delimiter = heading.indexOf(';') >= 0 ? ';' : ',';
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    long row = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<String> columns = List.of();
      for (CSVRecord record : parser) {
        row = record.getRecordNumber();
        if (row == 1) {
          columns = columns(record);
        } else if (row > MOST_ROWS + 1) {
          fault("units.too-many-rows", row, "code");
          return;
        } else if (!isBlank(record) && !columns.isEmpty()) {
          row(record, row, columns);
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      fault("units.malformed", row + 1, "code");
    }
    if (units.isEmpty() && faults.isEmpty()) {
      fault("units.no-rows", 1, "code");
    }
  }

  private static boolean isBlank(CSVRecord record) {
    return record.stream().allMatch(String::isBlank);
  }

  /** Empty where the heading is not right: then no row can be read. */
  private List<String> columns(CSVRecord heading) {
    List<String> columns =
        heading.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    int before = faults.size();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      if (!COLUMNS.contains(name)) {
        fault("units.unknown-column", 1, Integer.toString(i + 1));
      } else if (columns.indexOf(name) != i) {
        fault("units.column-twice", 1, name);
      }
    }
    REQUIRED.stream()
        .filter(name -> !columns.contains(name))
        .forEach(name -> fault("units.column-missing", 1, name));
    return faults.size() == before ? columns : List.of();
  }

  private void row(CSVRecord record, long row, List<String> columns) {
    if (record.size() > columns.size()) {
      fault("units.too-many-cells", row, columns.get(columns.size() - 1));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), i < record.size() ? record.get(i).strip() : "");
    }
    String code = code(cells.getOrDefault("code", ""), row);
    String name = name(cells.getOrDefault("name", ""), row);
    Unit.Kind kind = kind(cells.getOrDefault("kind", ""), row);
    String partOf = cells.getOrDefault("part_of", "");
    LocalDate from = day(cells.getOrDefault("from", ""), row, "from");
    LocalDate until = day(cells.getOrDefault("until", ""), row, "until");
    if (from != null && until != null && until.isBefore(from)) {
      fault("units.until-before-from", row, "until");
    }
    rowOf.putIfAbsent(code, (int) row);
    units.putIfAbsent(
        code, new Unit(code, name, kind, partOf.isEmpty() ? null : partOf, from, until));
  }

  private String code(String code, long row) {
    if (code.isEmpty()) {
      fault("units.empty", row, "code");
    } else if (!CODE.matcher(code).matches()) {
      fault("units.not-a-code", row, "code");
    } else if (units.containsKey(code)) {
      fault("units.twice", row, "code");
    }
    return code;
  }

  private String name(String name, long row) {
    if (name.isEmpty()) {
      fault("units.empty", row, "name");
    } else if (name.length() > LONGEST_NAME) {
      fault("units.too-long", row, "name");
    } else if (Bsn.hiddenIn(name)) {
      fault("units.number-of-a-person", row, "name");
    }
    return name;
  }

  private Unit.Kind kind(String kind, long row) {
    return Coded.find(Unit.Kind.class, kind.toLowerCase(Locale.ROOT))
        .orElseGet(
            () -> {
              fault(kind.isEmpty() ? "units.empty" : "units.not-a-kind", row, "kind");
              return Unit.Kind.TEAM;
            });
  }

  private @Nullable LocalDate day(String text, long row, String column) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (text.length() == ISO_DAY) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException notADay) {
      // Said below.
    }
    fault("units.not-a-day", row, column);
    return null;
  }

  /** Every unit belongs to one of the file, and none to itself, however far around. */
  private void belonging() {
    for (Unit unit : units.values()) {
      String partOf = unit.partOf();
      int row = rowOf.getOrDefault(unit.code(), 0);
      if (partOf != null && !units.containsKey(partOf)) {
        fault("units.part-of-nothing", row, "part_of");
      } else if (goesAround(unit)) {
        fault("units.part-of-itself", row, "part_of");
      }
    }
  }

  private boolean goesAround(Unit unit) {
    Set<String> passed = new HashSet<>();
    Unit at = unit;
    while (at != null && passed.add(at.code())) {
      at = at.partOf() == null ? null : units.get(at.partOf());
    }
    return at != null && at.code().equals(unit.code());
  }
}
