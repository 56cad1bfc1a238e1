package nl.kindcheck.service.audit;

import java.io.PrintStream;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The command {@code --kindcheck.verify-log}: goes through the log of every organisation, says what
 * it found and ends, with 0 where everything is as it was and with 1 where it is not. It starts no
 * server and no timer, so that it can run beside the service.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
@EnableConfigurationProperties(Organisations.class)
@Import({TenantSql.class, Verification.class})
public class VerifyLog {

  public static final String OPTION = "--kindcheck.verify-log";

  /**
   * Runs it.
   *
   * @return how the process is to end
   */
  public static int run(PrintStream out, String... arguments) {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(VerifyLog.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false);
    try (ConfigurableApplicationContext context = builder.run(arguments)) {
      return verify(context.getBean(Organisations.class), context.getBean(Verification.class), out);
    }
  }

  static int verify(Organisations organisations, Verification verification, PrintStream out) {
    int end = 0;
    for (Organisations.Organisation organisation : organisations.organisations()) {
      Verification.Result result = verification.of(organisation.tenant());
      Verification.Fault fault = result.fault();
      if (fault == null) {
        out.printf(
            "%s: %d lines as they were, %d not sealed yet; the chain ends with %s%n",
            organisation.code(), result.sealed(), result.unsealed(), result.end());
      } else {
        out.printf(
            "%s: row %d %s (%d lines before it are as they were)%n",
            organisation.code(), fault.row(), fault.wrong().words(), result.sealed());
        end = 1;
      }
    }
    return end;
  }
}
