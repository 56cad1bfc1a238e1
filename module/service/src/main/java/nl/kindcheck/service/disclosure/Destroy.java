package nl.kindcheck.service.disclosure;

import ca.uhn.fhir.context.FhirContext;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Organisations.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The command {@code --kindcheck.destroy}: carries out what was granted, or does again what was
 * done before a database was put back. It works under a login of its own, the only one that may
 * destroy, and starts no server and no timer.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
@EnableConfigurationProperties(Organisations.class)
@ComponentScan(
    basePackages = "nl.kindcheck.service",
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "nl\\.kindcheck\\.service\\.tenancy\\.(TenantSql|Policies|WatchedJdbc)",
              "nl\\.kindcheck\\.service\\.platform\\.ClockConfiguration",
              "nl\\.kindcheck\\.service\\.family\\.FamilyRecord",
              "nl\\.kindcheck\\.service\\.audit\\.(Lines|AuditTrail)",
              "nl\\.kindcheck\\.service\\.disclosure\\.(Destructions|Requests|HandedOut)"
            }))
@Import({Destroying.class, ChildRemoval.class, DestroyedRows.class})
public class Destroy {

  /** Followed by the id of a request, {@code granted} for all, or {@code again}. */
  public static final String OPTION = "--kindcheck.destroy=";

  /** Followed by the file in which the register is kept beside the database. */
  public static final String REGISTER = "--kindcheck.destroy.register=";

  private static final String GRANTED = "granted";
  private static final String AGAIN = "again";

  @Bean
  FhirContext fhirContext() {
    return FhirContext.forR4();
  }

  /**
   * Runs it.
   *
   * @return how the process is to end: 0 where all that was asked is done
   */
  public static int run(PrintStream out, String... arguments) {
    String what = value(arguments, OPTION).orElse("");
    Optional<String> register = value(arguments, REGISTER);
    boolean one = !what.equals(GRANTED) && !what.equals(AGAIN);
    if (register.isEmpty() || (one && !isId(what))) {
      out.println(
          OPTION
              + "<the id of a request | granted | again> needs "
              + REGISTER
              + "<a file outside the database>");
      return 2;
    }
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(Destroy.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false);
    try (ConfigurableApplicationContext context = builder.run(arguments)) {
      Destroying destroying = context.getBean(Destroying.class);
      if (!destroying.isEraser()) {
        out.println(
            "spring.datasource.username must be a login that is a member of kindcheck_eraser, is no"
                + " superuser and has no BYPASSRLS");
        return 2;
      }
      Run run =
          new Run(
              destroying,
              context.getBean(Organisations.class).organisations(),
              new RegisterFile(Path.of(register.get())),
              out);
      return what.equals(AGAIN) ? run.again() : run.granted(one ? UUID.fromString(what) : null);
    }
  }

  private static Optional<String> value(String[] arguments, String option) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(option))
        .map(argument -> argument.substring(option.length()))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private record Run(
      Destroying destroying,
      List<Organisation> organisations,
      RegisterFile register,
      PrintStream out) {

    int granted(@Nullable UUID only) {
      int end = 0;
      boolean found = false;
      for (Organisation organisation : organisations) {
        // Written before as well: a run that ended between the database and the file is made good.
        register.add(destroying.register(organisation));
        List<UUID> ids = new ArrayList<>();
        if (only == null) {
          destroying.granted(organisation.tenant()).forEach(r -> ids.add(r.id()));
        } else {
          destroying.find(organisation.tenant(), only).ifPresent(r -> ids.add(r.id()));
        }
        for (UUID id : ids) {
          found = true;
          Destroying.Outcome outcome = destroying.carryOut(organisation, id);
          register.add(destroying.register(organisation));
          out.println(organisation.code() + ": request " + id + ": " + outcome.words());
          end = outcome.done() ? end : 1;
        }
      }
      if (!found) {
        out.println("there is nothing to carry out");
      }
      return only != null && !found ? 1 : end;
    }

    int again() {
      List<RegisterFile.Entry> all = register.read();
      int end = 0;
      for (Organisation organisation : organisations) {
        List<RegisterFile.Entry> entries =
            all.stream().filter(e -> e.organisation().equals(organisation.code())).toList();
        if (!destroying.knows(organisation, entries)) {
          out.println(
              organisation.code()
                  + ": the register was made with another key than the one in this database;"
                  + " nothing was done");
          end = 1;
          continue;
        }
        List<Destroying.Outcome> outcomes = destroying.again(organisation, entries);
        outcomes.forEach(o -> out.println(organisation.code() + ": " + o.words()));
        long left = outcomes.stream().filter(o -> !o.done()).count();
        out.println(
            "%s: %d in the register, %d destroyed again, %d left alone"
                .formatted(organisation.code(), entries.size(), outcomes.size() - left, left));
        end = left == 0 ? end : 1;
      }
      return end;
    }
  }
}
