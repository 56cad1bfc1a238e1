package nl.kindcheck.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of disclosure share: requests, the command, and a look at every table. */
abstract class DisclosureTest extends FhirTest {

  static final TenantId HAVEN = new TenantId(World.HAVEN);

  @Autowired Destructions destructions;
  @Autowired HandedOut handedOut;
  @Autowired AuditTrail trail;
  @TempDir Path folder;

  <T> T as(Supplier<T> work) {
    return trail.byItself("test", Event.CREATE, work);
  }

  void does(Runnable work) {
    as(
        () -> {
          work.run();
          return true;
        });
  }

  static UUID family(String patient) {
    return FamilyId.of(HAVEN, "Patient/" + patient).value();
  }

  UUID asked(String patient, @Nullable ChildId child) {
    UUID id = UUID.randomUUID();
    Asker asker = child == null ? Asker.PATIENT : Asker.CHILD;
    does(
        () ->
            destructions.ask(
                HAVEN,
                new Destructions.Asked(
                    id, "Patient/" + patient, child, asker, "Graag alles weg", "Practitioner/p")));
    return id;
  }

  void take(UUID request, DestructionStep step, String words) {
    does(() -> destructions.take(HAVEN, request, step, words, "u-officer"));
  }

  UUID granted(String patient, @Nullable ChildId child) {
    UUID id = asked(patient, child);
    take(id, DestructionStep.WEIGHED, "Geen belang van een ander gezien");
    take(id, DestructionStep.GRANTED, "");
    return id;
  }

  String command(int end, String what) {
    return command(end, what, TestDatabase.ERASER);
  }

  String command(int end, String what, String login) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int ended =
        Destroy.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Destroy.OPTION + what,
            Destroy.REGISTER + register(),
            "--spring.datasource.url=" + DATABASE.url(),
            "--spring.datasource.username=" + login,
            "--kindcheck.secrets-folder=" + secrets(),
            "--spring.flyway.user=" + TestDatabase.OWNER,
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost/none",
            "--kindcheck.public-url=http://localhost",
            "--kindcheck.organisations[0].id=" + World.HAVEN,
            "--kindcheck.organisations[0].code=haven",
            "--kindcheck.organisations[0].name=Verzonnen");
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(said).isEqualTo(end);
    return said;
  }

  /** Where a secret stands: never on a command line. */
  private Path secrets() {
    try {
      Path secrets = Files.createDirectories(folder.resolve("secrets"));
      Files.writeString(secrets.resolve("spring.datasource.password"), TestDatabase.PASSWORD);
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path register() {
    return folder.resolve("register.tsv");
  }

  static void asSuperuser(String sql, Object... values) {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> column(String sql, Object... values) {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> all = new ArrayList<>();
        while (rows.next()) {
          all.add(rows.getString(1));
        }
        return all;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where texts stand, in any column of any table of the database, each as {@code text in table}.
   * Bytes are looked at as text too. Of the log its two references are left out: that there was
   * access to whose record and to what, stays.
   */
  static List<String> found(Collection<String> needles) {
    List<String> looks = new ArrayList<>();
    for (String table :
        column("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
      String row =
          table.equals("audit_line")
              ? "(to_jsonb(t) - 'patient_ref' - 'object_ref')::text"
              : "to_jsonb(t)::text";
      looks.add(look(table, row));
    }
    for (String bytes :
        column(
            """
            SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
              AND a.atttypid = 'bytea'::regtype\
            """)) {
      String[] place = bytes.split("\\.");
      looks.add(look(place[0], "encode(t." + place[1] + ", 'escape')"));
    }
    String all = String.join(" UNION ", looks);
    String list = "'" + String.join("','", needles) + "'";
    return column("WITH needle AS (SELECT unnest(ARRAY[" + list + "]) AS n) " + all);
  }

  private static String look(String table, String text) {
    return "SELECT DISTINCT n || ' in %s' FROM %s t, needle WHERE strpos(%s, n) > 0"
        .formatted(table, table, text);
  }

  static List<String> found(String needle) {
    return found(List.of(needle));
  }

  /** What another test destroyed says nothing here. */
  @BeforeEach
  void emptyRegister() {
    asSuperuser("DELETE FROM destroyed");
  }
}
