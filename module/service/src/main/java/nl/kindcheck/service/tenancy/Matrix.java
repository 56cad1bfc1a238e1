package nl.kindcheck.service.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may reach what: a row for every method and path of the service, in {@code access/matrix.csv}.
 * What has no row is closed. The security chains ask it, and nothing else does the asking.
 */
public final class Matrix {

  /** Open to everybody: it shows nothing of anybody. */
  public static final String PUBLIC = "public";

  /** Open to the chain, because the endpoint checks a token of its own kind. */
  public static final String HOOK = "hook";

  /** Whoever has a session from a launch. */
  public static final String SESSION = "session";

  /** Closed, although there is something. */
  public static final String NOBODY = "nobody";

  private static final String FILE = "/access/matrix.csv";
  private static final String ANY = "*";

  private final List<Row> rows;
  private final Map<String, Row> plain = new HashMap<>();
  private final List<Row> patterns;

  /**
   * One row.
   *
   * @param method an HTTP method, or {@code *}
   * @param path as a route names it, with its variables
   * @param who {@link #PUBLIC}, {@link #HOOK}, {@link #SESSION}, {@link #NOBODY}, or codes of roles
   * @param why in a few words
   */
  public record Row(String method, PathPattern path, Set<String> who, String why) {

    public Row {
      who = Set.copyOf(who);
    }

    /** The roles that it names. */
    public Set<Role> roles() {
      return who.stream()
          .flatMap(code -> Role.find(code).stream())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    boolean isOpen() {
      return who.contains(PUBLIC) || who.contains(HOOK);
    }

    private boolean isOf(String asked) {
      return method.equals(ANY) || method.equals(asked);
    }
  }

  /**
   * @throws IllegalArgumentException for a line that is no row, and for one that stands there twice
   */
  public Matrix(Collection<String> lines) {
    rows = lines.stream().filter(line -> !line.isBlank()).map(Matrix::row).toList();
    List<Row> withVariables = new ArrayList<>();
    for (Row row : rows) {
      boolean twice =
          rows.stream().anyMatch(o -> o != row && o.method().equals(row.method()) && same(o, row));
      if (twice) {
        throw new IllegalArgumentException("Twice in the matrix of access: " + row);
      }
      if (row.method().equals(ANY) || row.path().hasPatternSyntax()) {
        withVariables.add(row);
      } else {
        plain.put(row.method() + " " + row.path().getPatternString(), row);
      }
    }
    withVariables.sort(Comparator.comparing(Row::path));
    patterns = List.copyOf(withVariables);
  }

  private static boolean same(Row one, Row other) {
    return one.path().getPatternString().equals(other.path().getPatternString());
  }

  /** The one of this service. */
  public static Matrix ofService() {
    return new Matrix(linesOfService());
  }

  /** The lines of {@code access/matrix.csv}, without its heading. */
  public static List<String> linesOfService() {
    try (InputStream in = Objects.requireNonNull(Matrix.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split(",", 4);
    if (cells.length < 4 || Stream.of(cells).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("No row of the matrix of access: " + line);
    }
    Set<String> who = new LinkedHashSet<>(List.of(cells[2].split(" ")));
    for (String one : who) {
      boolean known =
          Set.of(PUBLIC, HOOK, SESSION, NOBODY).contains(one) || Role.find(one).isPresent();
      if (!known) {
        throw new IllegalArgumentException("Nobody we know in the matrix of access: " + line);
      }
    }
    return new Row(cells[0], PathPatternParser.defaultInstance.parse(cells[1]), who, cells[3]);
  }

  public List<Row> rows() {
    return rows;
  }

  /**
   * The row of a request; the most exact one where several fit.
   *
   * @param path as it was sent
   */
  Optional<Row> find(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    Row exact = plain.get(asked + " " + path);
    if (exact != null) {
      return Optional.of(exact);
    }
    PathContainer parsed = PathContainer.parsePath(path);
    return patterns.stream()
        .filter(row -> row.isOf(asked) && row.path().matches(parsed))
        .findFirst();
  }

  /** Whether there is something at a path, by whatever method. */
  boolean knows(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return rows.stream().anyMatch(row -> row.path().matches(parsed));
  }

  /** Those of some roles that may reach a path. */
  public Set<Role> rolesAt(String method, String path, Set<Role> of) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    find(method, path).ifPresent(row -> roles.addAll(row.roles()));
    roles.retainAll(of);
    return roles;
  }

  /** The rows that name one of some roles. */
  public List<Row> openTo(Set<Role> roles) {
    return rows.stream().filter(row -> row.roles().stream().anyMatch(roles::contains)).toList();
  }
}
