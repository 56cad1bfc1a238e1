package nl.kindcheck.service.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every statement to the database passes here: the tenant is set first, in the same transaction, so
 * that row-level security sees it. Without a tenant the database answers with an error, never with
 * an empty result.
 */
@Component
@Import(TenantShares.class)
public class TenantSql {

  /** Sent together with the statements that follow, so that it costs no round trip of its own. */
  private static final String SET_TENANT = "SELECT set_config('kindcheck.tenant', ?, true)";

  private final DataSource dataSource;
  private final TransactionTemplate transactions;
  private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();
  private final ObjectProvider<LineKeeper> lines;
  private final TenantShares shares;

  TenantSql(
      DataSource dataSource,
      PlatformTransactionManager manager,
      ObjectProvider<LineKeeper> lines,
      TenantShares shares) {
    this.dataSource = dataSource;
    this.transactions = new TransactionTemplate(manager);
    this.lines = lines;
    this.shares = shares;
  }

  /**
   * Runs work in one transaction in which the tenant is set; joins one that is already open for the
   * same tenant. Where it touches a family's data, its line of the log is part of it.
   */
  public <T extends @Nullable Object> T inTransaction(TenantId tenant, Supplier<T> work) {
    return holding(
        tenant,
        () ->
            transactions.execute(
                status -> {
                  setTenant(tenant);
                  Touched.begin(tenant, lines);
                  return work.get();
                }));
  }

  /** Within an open transaction there is a connection already. */
  private <T extends @Nullable Object> T holding(TenantId tenant, Supplier<T> work) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? work.get()
        : shares.within(tenant, work);
  }

  private void setTenant(TenantId tenant) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement set = connection.prepareStatement(SET_TENANT)) {
      set.setString(1, tenant.toString());
      set.execute();
    } catch (SQLException e) {
      throw translate(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** Reads in one round trip: {@link OneTrip} with one query. */
  public <T> T inOneTrip(
      TenantId tenant, String sql, OneTrip.Reader<T> reader, @Nullable Object... values) {
    OneTrip trip = new OneTrip();
    OneTrip.Part<T> read = trip.read(sql, reader, values);
    make(tenant, trip);
    return read.result();
  }

  /**
   * Makes a trip, which is its own transaction, together with the setting of the tenant. PostgreSQL
   * runs all of it in one implicit transaction because the driver sends it before a single Sync.
   * Inside a transaction it is part of that one, which must be of the same tenant: a second
   * connection beside the first is how a pool that is all in use waits for itself.
   */
  void make(TenantId tenant, OneTrip trip) {
    Runnable afterwards = logged(tenant, trip);
    holding(
        tenant,
        () -> {
          send(tenant, trip);
          return true;
        });
    afterwards.run();
  }

  /** The line of a trip: in the trip itself, or in the transaction of which it is a part. */
  private Runnable logged(TenantId tenant, OneTrip trip) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      trip.parts().forEach(part -> Touched.statement(part.sql()));
      if (!trip.patients().isEmpty()) {
        Touched.patients(trip.patients());
      }
      return () -> {};
    }
    if (trip.isLogged()) {
      return () -> {};
    }
    if (trip.patients().isEmpty()) {
      throw new IllegalStateException(
          "A trip would touch a family's data, and nobody said whose: it is not made.");
    }
    boolean writes = trip.use() == FamilyTables.Use.WRITES;
    return lines.getObject().into(trip, tenant, trip.patients(), writes);
  }

  private void send(TenantId tenant, OneTrip trip) {
    StringBuilder all = new StringBuilder(SET_TENANT);
    trip.parts().forEach(part -> all.append(";\n").append(part.sql()));
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement statement = connection.prepareStatement(all.toString())) {
      statement.setString(1, tenant.toString());
      int n = 2;
      for (OneTrip.Part<?> part : trip.parts()) {
        n = set(statement, n, part);
      }
      statement.execute();
      for (OneTrip.Part<?> part : trip.parts()) {
        if (statement.getMoreResults()) {
          try (ResultSet rows = statement.getResultSet()) {
            OneTrip.took(part, rows, 0);
          }
        } else {
          OneTrip.took(part, null, statement.getUpdateCount());
        }
      }
    } catch (SQLException e) {
      throw translate(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static int set(PreparedStatement statement, int from, OneTrip.Part<?> part)
      throws SQLException {
    int n = from;
    for (Object value : part.values()) {
      if (value == null) {
        statement.setNull(n++, Types.VARCHAR);
      } else {
        statement.setObject(n++, value);
      }
    }
    return n;
  }

  /**
   * Makes several trips that only append, as one transaction: all of them or none. The rows of one
   * table go in one statement.
   *
   * @throws IllegalArgumentException where a statement does not end with the values of its row
   */
  void makeTogether(TenantId tenant, List<OneTrip> trips) {
    if (!trips.stream().allMatch(OneTrip::isLogged)) {
      throw new IllegalStateException("One of the trips has no line in the log: none is made.");
    }
    Map<String, List<OneTrip.Part<?>>> bySql = new LinkedHashMap<>();
    for (OneTrip trip : trips) {
      for (OneTrip.Part<?> part : trip.parts()) {
        bySql.computeIfAbsent(part.sql(), sql -> new ArrayList<>()).add(part);
      }
    }
    OneTrip all = new OneTrip();
    bySql.forEach(
        (sql, parts) ->
            all.write(
                withRows(sql, parts.size()),
                parts.stream().flatMap(part -> Arrays.stream(part.values())).toArray()));
    make(tenant, all.withLineBeforeTheAnswer());
  }

  /** The same INSERT with more rows. */
  private static String withRows(String insert, int rows) {
    int values = insert.lastIndexOf("VALUES ");
    if (values < 0 || !insert.endsWith(")")) {
      throw new IllegalArgumentException("Not an INSERT that ends with its values: " + insert);
    }
    return insert + (", " + insert.substring(values + "VALUES ".length())).repeat(rows - 1);
  }

  private RuntimeException translate(SQLException e) {
    RuntimeException translated = translator.translate("tenant statement", null, e);
    return translated != null ? translated : new IllegalStateException(e);
  }
}
