package nl.kindcheck.service.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  /** Sent together with the statement that follows, so that it costs no round trip of its own. */
  private static final String SET_TENANT = "SELECT set_config('kindcheck.tenant', ?, true);\n";

  private final DataSource dataSource;
  private final TransactionTemplate transactions;
  private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

  TenantSql(DataSource dataSource, PlatformTransactionManager manager) {
    this.dataSource = dataSource;
    this.transactions = new TransactionTemplate(manager);
  }

  /** Reads one result set. */
  @FunctionalInterface
  public interface Reader<T extends @Nullable Object> {
    T read(ResultSet rows) throws SQLException;
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

  /**
   * Runs one statement, which is its own transaction, in one round trip with the setting of the
   * tenant. PostgreSQL runs the two in one implicit transaction because the driver sends them
   * before a single Sync. Inside a transaction it is part of that one, which must be of the same
   * tenant: a second connection beside the first is how a pool that is all in use waits for itself.
   *
   * @param sql one statement with a result
   * @param parameters the values of its placeholders, as the driver takes them
   */
  public <T extends @Nullable Object> T inOneTrip(
      TenantId tenant, String sql, Object[] parameters, Reader<T> reader) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement statement = connection.prepareStatement(SET_TENANT + sql)) {
      statement.setString(1, tenant.toString());
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 2, parameters[i]);
      }
      statement.execute();
      if (!statement.getMoreResults()) {
        throw new IllegalStateException("The statement has no result.");
      }
      try (ResultSet rows = statement.getResultSet()) {
        return reader.read(rows);
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
