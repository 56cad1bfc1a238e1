package nl.kindcheck.service.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Several statements that belong together: one round trip, one transaction, all of them or none.
 * Each capability adds the statements on its own tables.
 *
 * <p>A value of null is a text of null: where the column is none, the statement casts it, as in
 * {@code ?::date}, and other values of that place are texts too. A value whose type the driver does
 * not know makes it ask the database first, which costs a trip and cuts the transaction in two.
 */
public final class OneTrip {

  private final List<Part<?>> parts = new ArrayList<>();
  private final Set<String> patients = new LinkedHashSet<>();
  private boolean lineFollows;

  /** Reads the rows of a statement. */
  @FunctionalInterface
  public interface Reader<T extends @Nullable Object> {
    T read(ResultSet rows) throws SQLException;
  }

  /** What a statement of the trip gave, once the trip was made. */
  public static final class Part<T extends @Nullable Object> {

    private final String sql;
    private final @Nullable Object[] values;
    private final @Nullable Reader<T> reader;
    private @Nullable T result;

    private Part(String sql, @Nullable Object[] values, @Nullable Reader<T> reader) {
      this.sql = sql;
      this.values = values;
      this.reader = reader;
    }

    String sql() {
      return sql;
    }

    @Nullable Object[] values() {
      return values;
    }

    /**
     * The rows as they were read; of a statement that writes, how many rows it wrote.
     *
     * @throws IllegalStateException before the trip was made
     */
    public T result() {
      if (result == null) {
        throw new IllegalStateException("The trip was not made.");
      }
      return result;
    }
  }

  /** Reads every row in the same way. */
  public static <T> List<T> each(ResultSet rows, Reader<T> row) throws SQLException {
    List<T> all = new ArrayList<>();
    while (rows.next()) {
      all.add(row.read(rows));
    }
    return all;
  }

  /** Adds a query. */
  public <T> Part<T> read(String sql, Reader<T> reader, @Nullable Object... values) {
    return add(new Part<>(sql, values, reader));
  }

  /** Adds an INSERT, UPDATE or DELETE without {@code RETURNING}. */
  public Part<Integer> write(String sql, @Nullable Object... values) {
    return add(new Part<>(sql, values, null));
  }

  /** Names the patient whose data the trip touches, so that it leaves a line in the log. */
  public OneTrip about(String patient) {
    patients.add(patient);
    return this;
  }

  /**
   * Says that the line comes with a later trip, before which nothing of what is read leaves the
   * service. For the hooks alone, which read together and write apart.
   */
  public OneTrip withLineBeforeTheAnswer() {
    lineFollows = true;
    return this;
  }

  Set<String> patients() {
    return patients;
  }

  /** What it does with the data of families. */
  FamilyTables.Use use() {
    FamilyTables.Use use = FamilyTables.Use.NONE;
    for (Part<?> part : parts) {
      FamilyTables.Use next = FamilyTables.use(part.sql());
      use = next.compareTo(use) > 0 ? next : use;
    }
    return use;
  }

  /** Whether it needs no line, or has one, or one follows. */
  boolean isLogged() {
    return lineFollows
        || use() == FamilyTables.Use.NONE
        || parts.stream().anyMatch(part -> FamilyTables.isLine(part.sql()));
  }

  private <T> Part<T> add(Part<T> part) {
    parts.add(part);
    return part;
  }

  List<Part<?>> parts() {
    return parts;
  }

  /** Takes in the result of a part. */
  @SuppressWarnings("unchecked")
  static <T> void took(Part<T> part, @Nullable ResultSet rows, int count) throws SQLException {
    if (part.reader == null) {
      // Only write() makes a part without a reader, and its result is a number.
      part.result = (T) (Integer) count;
    } else if (rows != null) {
      part.result = part.reader.read(rows);
    }
  }

  /**
   * Makes the trip.
   *
   * @throws DuplicateKeyException where a key exists already; nothing is written then
   */
  public void run(TenantSql sql, TenantId tenant) {
    sql.make(tenant, this);
  }
}
