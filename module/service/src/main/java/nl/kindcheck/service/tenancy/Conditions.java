package nl.kindcheck.service.tenancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a search, with the values of its statement in their order. Only what is asked for
 * stands in the statement: a condition that may be left out ("or is null") keeps the database from
 * using its index.
 */
public final class Conditions {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values;

  /**
   * @param before the values that stand before the conditions
   */
  public Conditions(Object... before) {
    this.values = new ArrayList<>(Arrays.asList(before));
  }

  /**
   * @param column a name of ours, never of a caller
   * @param value null where it is not asked for
   */
  public Conditions and(String column, @Nullable Object value) {
    return and(column, "=", value);
  }

  /**
   * @param column a name of ours, never of a caller
   * @param comparison such as {@code >=}
   * @param value null where it is not asked for
   */
  public Conditions and(String column, String comparison, @Nullable Object value) {
    if (value != null) {
      sql.append(" AND ").append(column).append(' ').append(comparison).append(" ?");
      values.add(value);
    }
    return this;
  }

  /** Begins with AND; empty where nothing is asked for. */
  public String sql() {
    return sql.toString();
  }

  /** All values, with those that stand behind the conditions. */
  public List<Object> values(Object... behind) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(Arrays.asList(behind));
    return all;
  }
}
