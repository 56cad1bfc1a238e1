package nl.kindcheck.service.tenancy;

import java.util.ArrayList;
import java.util.List;

/**
 * Several inserts that belong together, as one statement of common table expressions: one round
 * trip, one transaction. Each capability adds the part that writes its own tables.
 */
public final class OneTrip {

  private final StringBuilder parts = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();

  /**
   * Adds a part.
   *
   * @param name of the part; later parts may refer to it
   * @param sql an INSERT, UPDATE or DELETE, with {@code RETURNING 1} where its rows are to be
   *     counted
   */
  public OneTrip with(String name, String sql, Object... values) {
    parts.append(parts.isEmpty() ? "WITH " : ",\n").append(name).append(" AS (").append(sql);
    parts.append(')');
    parameters.addAll(List.of(values));
    if (sql.contains("RETURNING")) {
      counted.add(name);
    }
    return this;
  }

  /**
   * How many rows each part returned, asked by the part's name; 0 for a part that was not added.
   */
  public interface Counts {
    int of(String name);
  }

  public Counts run(TenantSql sql, TenantId tenant) {
    StringBuilder statement = new StringBuilder(parts).append("\nSELECT 1");
    counted.forEach(name -> statement.append(", (SELECT count(*) FROM ").append(name).append(')'));
    return sql.inOneTrip(
        tenant,
        statement.toString(),
        parameters.toArray(),
        rows -> {
          rows.next();
          int[] counts = new int[counted.size()];
          for (int i = 0; i < counts.length; i++) {
            counts[i] = rows.getInt(i + 2);
          }
          return name -> counted.contains(name) ? counts[counted.indexOf(name)] : 0;
        });
  }
}
