package nl.kindcheck.service.audit;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
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

  private static final String KEPT = OPTION + ".kept=";
  private static final Pattern END = Pattern.compile("([^:]+):([1-9]\\d{0,17}):([0-9a-f]{64})");

  /** The end of an organisation's chain, as an earlier run said it. */
  private record Kept(String organisation, long number, String hash) {

    static Kept parse(String text) {
      Matcher end = END.matcher(text);
      if (!end.matches()) {
        throw new IllegalArgumentException(
            KEPT
                + " takes the code of an organisation and the end of its chain, with a colon"
                + " between them");
      }
      return new Kept(end.group(1), Long.parseLong(end.group(2)), end.group(3));
    }
  }

  /**
   * Runs it.
   *
   * @return how the process is to end
   */
  public static int run(PrintStream out, String... arguments) {
    List<Kept> kept =
        Arrays.stream(arguments)
            .filter(argument -> argument.startsWith(KEPT))
            .map(argument -> Kept.parse(argument.substring(KEPT.length())))
            .toList();
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(VerifyLog.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false);
    try (ConfigurableApplicationContext context = builder.run(arguments)) {
      return verify(
          context.getBean(Organisations.class), context.getBean(Verification.class), kept, out);
    }
  }

  private static int verify(
      Organisations organisations, Verification verification, List<Kept> kept, PrintStream out) {
    int end = 0;
    for (Organisations.Organisation organisation : organisations.organisations()) {
      Verification.Result result = verification.of(organisation.tenant());
      Verification.Fault fault = result.fault();
      for (Kept one : kept) {
        if (fault == null && one.organisation().equals(organisation.code())) {
          fault = verification.kept(organisation.tenant(), one.number(), one.hash());
        }
      }
      end = fault == null ? end : 1;
      out.println(organisation.code() + ": " + said(result, fault));
    }
    return end;
  }

  private static String said(Verification.Result result, Verification.@Nullable Fault fault) {
    if (fault == null) {
      return "%d lines as they were, %d not sealed yet; the chain ends with %s"
          .formatted(result.sealed(), result.unsealed(), result.end());
    }
    return "row %d %s (%d lines were looked at and are as they were)"
        .formatted(fault.row(), fault.wrong().words(), result.sealed());
  }
}
