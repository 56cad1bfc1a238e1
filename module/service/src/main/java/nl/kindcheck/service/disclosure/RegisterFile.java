package nl.kindcheck.service.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The register of destruction beside the database: a database that is put back from a copy does not
 * know what was destroyed since, this file does. A line says that something was destroyed, and
 * nothing of whom.
 */
final class RegisterFile {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
  private static final int COLUMNS = 9;

  private final Path path;

  RegisterFile(Path path) {
    this.path = path;
  }

  /**
   * One line.
   *
   * @param organisation its code
   * @param key the beginning of a hash of the key with which the hash was made
   * @param what {@code record} or {@code child}
   */
  record Entry(
      String organisation,
      String key,
      String hash,
      String what,
      String asker,
      int recipients,
      String grantedBy,
      Instant grantedAt,
      Instant destroyedAt) {

    private String line() {
      return String.join(
          "\t",
          organisation,
          key,
          hash,
          what,
          asker,
          Integer.toString(recipients),
          grantedBy.replaceAll("\\s", " "),
          grantedAt.toString(),
          destroyedAt.toString());
    }

    byte[] hashBytes() {
      return HexFormat.of().parseHex(hash);
    }
  }

  /**
   * All of it; nothing where there is no file yet.
   *
   * @throws IllegalArgumentException where a line is none of ours
   */
  List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    try {
      if (Files.exists(path)) {
        int number = 0;
        for (String line : Files.readAllLines(path, UTF_8)) {
          entries.add(parse(line, ++number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private Entry parse(String line, int number) {
    String[] columns = line.split("\t", -1);
    try {
      if (columns.length == COLUMNS
          && KEY.matcher(columns[1]).matches()
          && HASH.matcher(columns[2]).matches()) {
        return new Entry(
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            Integer.parseInt(columns[5]),
            columns[6],
            Instant.parse(columns[7]),
            Instant.parse(columns[8]));
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(unreadable(number), e);
    }
    throw new IllegalArgumentException(unreadable(number));
  }

  private String unreadable(int number) {
    return "Line %d of the register %s cannot be read; nothing was done."
        .formatted(number, path.getFileName());
  }

  /** Adds what is not in it yet, on the disk before it returns. */
  void add(List<Entry> entries) {
    Set<Entry> there = new HashSet<>(read());
    StringBuilder lines = new StringBuilder();
    entries.stream().filter(there::add).forEach(e -> lines.append(e.line()).append('\n'));
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.writeString(
          path,
          lines,
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
