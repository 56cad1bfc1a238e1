package nl.kindcheck.service.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every statement to the database passes here: the tenant is set first, in the same transaction, so
 * that row-level security sees it. Without a tenant the database answers with an error, never with
 * an empty result.
 */
@Component
public class TenantSql {

  /** Sent together with the statements that follow, so that it costs no round trip of its own. */
  private static final String SET_TENANT = "SELECT set_config('kindcheck.tenant', ?, true)";

  private final DataSource dataSource;
  private final TransactionTemplate transactions;
  private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

  TenantSql(DataSource dataSource, PlatformTransactionManager manager) {
    this.dataSource = dataSource;
    this.transactions = new TransactionTemplate(manager);
  }

  /**
   * Runs work in one transaction in which the tenant is set; joins one that is already open for the
   * same tenant.
   */
  public <T extends @Nullable Object> T inTransaction(TenantId tenant, Supplier<T> work) {
    return transactions.execute(
        status -> {
          setTenant(tenant);
          return work.get();
        });
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
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement statement =
        connection.prepareStatement(SET_TENANT + trip.statements())) {
      statement.setString(1, tenant.toString());
      int n = 2;
      for (Object value : trip.parameters()) {
        if (value == null) {
          statement.setNull(n++, Types.VARCHAR);
        } else {
          statement.setObject(n++, value);
        }
      }
      statement.execute();
      for (int part = 0; part < trip.length(); part++) {
        if (statement.getMoreResults()) {
          try (ResultSet rows = statement.getResultSet()) {
            trip.took(part, rows, 0);
          }
        } else {
          trip.took(part, null, statement.getUpdateCount());
        }
      }
    } catch (SQLException e) {
      throw translate(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private RuntimeException translate(SQLException e) {
    RuntimeException translated = translator.translate("tenant statement", null, e);
    return translated != null ? translated : new IllegalStateException(e);
  }
}
