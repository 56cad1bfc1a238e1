package nl.kindcheck.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain: what was sealed cannot be changed without the command finding it. */
class SealTests extends AuditTest {

  @Autowired private Sealer sealer;
  @Autowired private Verification verification;
  @Autowired private TenantSql sql;
  @Autowired private JdbcClient jdbc;

  @TempDir private Path secrets;

  private final TenantId tenant = new TenantId(UUID.randomUUID());

  private void line(String patient, Instant at) {
    asSuperuser(
        "INSERT INTO audit_line (tenant_id, request_id, at, event, object, parameters, patient_ref,"
            + " user_ref, role, source, responsible, ground, outcome) VALUES (?, ?,"
            + " ?::timestamptz, 'read', 'overview', '', ?, 'u', 'clinician', 's', 'r',"
            + " 'launch-context', 'done')",
        tenant.value(),
        UUID.randomUUID(),
        at.toString(),
        patient);
  }

  private void lines(int count) {
    for (int i = 0; i < count; i++) {
      line("Patient/" + i, Instant.now());
    }
  }

  private long id(int offset) {
    return count(
        "SELECT line_id FROM audit_line WHERE tenant_id = ? ORDER BY line_id OFFSET ? LIMIT 1",
        tenant.value(),
        offset);
  }

  private Verification.Fault fault() {
    Verification.Fault fault = verification.of(tenant).fault();
    assertThat(fault).isNotNull();
    return fault;
  }

  @Test
  void aLineIsSealedWithinMoments() {
    recorded("haven", "au-seal");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        count(
                            "SELECT count(*) FROM audit_line l JOIN audit_seal s USING (tenant_id,"
                                + " line_id) WHERE l.patient_ref = 'Patient/au-seal'"))
                    .isOne());
    assertThat(verification.of(new TenantId(World.HAVEN)).fault()).isNull();
  }

  @Test
  void linesThatAreNotSealedYetAreReportedAsSuch() {
    lines(3);
    sealer.seal(tenant);
    lines(2);
    Verification.Result result = verification.of(tenant);
    assertThat(result.fault()).isNull();
    assertThat(result.sealed()).isEqualTo(3);
    assertThat(result.unsealed()).isEqualTo(2);
  }

  @Test
  void twoInstancesAtOnceSealEachLineOnce() {
    lines(60);
    Callable<Integer> seal = () -> sealer.seal(tenant);
    assertThat(atOnce(List.of(seal, seal, seal, seal)).stream().mapToInt(n -> n).sum())
        .isEqualTo(60);
    assertThat(count("SELECT count(*) FROM audit_seal WHERE tenant_id = ?", tenant.value()))
        .isEqualTo(60);
    assertThat(count("SELECT max(number) FROM audit_seal WHERE tenant_id = ?", tenant.value()))
        .isEqualTo(60);
    assertThat(verification.of(tenant).fault()).isNull();
  }

  @Test
  void anAlteredRowIsNamed() {
    lines(5);
    sealer.seal(tenant);
    long row = id(2);
    asSuperuser("UPDATE audit_line SET user_ref = 'another' WHERE line_id = ?", row);
    assertThat(fault()).isEqualTo(new Verification.Fault(Verification.Wrong.ALTERED, row));
  }

  @Test
  void aDeletedRowIsNamed() {
    lines(5);
    sealer.seal(tenant);
    long row = id(1);
    asSuperuser("DELETE FROM audit_line WHERE line_id = ?", row);
    assertThat(fault()).isEqualTo(new Verification.Fault(Verification.Wrong.MISSING, row));
  }

  @Test
  void aRowThatIsDeletedWithItsSealLeavesAGap() {
    lines(5);
    sealer.seal(tenant);
    long row = id(1);
    asSuperuser("DELETE FROM audit_line WHERE line_id = ?", row);
    asSuperuser("DELETE FROM audit_seal WHERE line_id = ?", row);
    assertThat(fault()).isEqualTo(new Verification.Fault(Verification.Wrong.SEAL_MISSING, 2));
  }

  @Test
  void aRowThatIsPutInWithADateOfBeforeIsNamed() {
    lines(5);
    sealer.seal(tenant);
    line("Patient/forged", Instant.now().minus(Duration.ofDays(3)));
    long row = id(5);
    sealer.seal(tenant);
    assertThat(fault()).isEqualTo(new Verification.Fault(Verification.Wrong.BACKDATED, row));
  }

  @Test
  void aRowThatIsPutInBetweenOlderOnesIsNamed() {
    lines(3);
    long gap = id(2) + 1;
    count("SELECT nextval(pg_get_serial_sequence('audit_line', 'line_id'))");
    lines(3);
    sealer.seal(tenant);
    asSuperuser(
        "UPDATE audit_seal SET sealed_at = sealed_at - interval '1 hour' WHERE tenant_id = ? AND"
            + " number <= 5",
        tenant.value());
    asSuperuser(
        "INSERT INTO audit_line OVERRIDING SYSTEM VALUE SELECT tenant_id, ?, request_id, at, event,"
            + " object, object_ref, parameters, patient_ref, user_ref, role, source, address,"
            + " responsible, ground, outcome FROM audit_line WHERE tenant_id = ? LIMIT 1",
        gap,
        tenant.value());
    assertThat(sealer.seal(tenant)).isZero();
    assertThat(fault()).isEqualTo(new Verification.Fault(Verification.Wrong.INSERTED, gap));
  }

  @Test
  void aLineThatIsCommittedAfterALaterOneIsSealedToo() throws SQLException {
    lines(1);
    try (Connection slow = DATABASE.asSuperuser();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(
          "INSERT INTO audit_line (tenant_id, request_id, at, event, object, parameters, user_ref,"
              + " role, source, responsible, ground, outcome) SELECT tenant_id, request_id, at,"
              + " event, object, parameters, 'slow', role, source, responsible, ground, outcome"
              + " FROM audit_line WHERE tenant_id = '"
              + tenant
              + "'");
      lines(1);
      assertThat(sealer.seal(tenant)).isEqualTo(2);
      slow.commit();
    }
    assertThat(verification.of(tenant).unsealed()).isOne();
    assertThat(sealer.seal(tenant)).isOne();
    assertThat(verification.of(tenant).fault()).isNull();
  }

  @Test
  void theServiceCannotChangeOrRemoveALine() {
    lines(1);
    for (String statement :
        new String[] {
          "UPDATE audit_line SET user_ref = 'x'",
          "DELETE FROM audit_line",
          "UPDATE audit_seal SET number = 1",
          "DELETE FROM audit_seal",
          "INSERT INTO audit_removed SELECT tenant_id, 1, hash, now(), now() FROM audit_seal"
        }) {
      assertThatThrownBy(() -> sql.inTransaction(tenant, () -> jdbc.sql(statement).update()))
          .as(statement)
          .hasStackTraceContaining("permission denied");
    }
  }

  @BeforeEach
  void aSecretStandsInAFile() throws IOException {
    Files.writeString(secrets.resolve("spring.datasource.password"), TestDatabase.PASSWORD);
  }

  private String command(int end, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of(
            VerifyLog.OPTION,
            "--spring.datasource.url=" + DATABASE.url(),
            "--spring.datasource.username=" + TestDatabase.SERVICE,
            "--kindcheck.secrets-folder=" + secrets,
            "--spring.flyway.user=" + TestDatabase.OWNER,
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost/none",
            "--kindcheck.public-url=http://localhost",
            "--kindcheck.organisations[0].id=" + tenant,
            "--kindcheck.organisations[0].code=verzonnen",
            "--kindcheck.organisations[0].name=Verzonnen"));
    int ended =
        VerifyLog.run(
            new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(said).isEqualTo(end);
    return said;
  }

  @Test
  void theCommandSaysWhetherAllIsAsItWas() {
    lines(4);
    sealer.seal(tenant);
    assertThat(command(0)).contains("verzonnen: 4 lines as they were, 0 not sealed yet");
    long row = id(2);
    asSuperuser("UPDATE audit_line SET patient_ref = 'Patient/x' WHERE line_id = ?", row);
    assertThat(command(1)).contains("verzonnen: row " + row + " is not as it was");
  }

  /** What the command says is the end of the chain, as an option for a later run. */
  private String kept() {
    String said = command(0).strip();
    return VerifyLog.OPTION + ".kept=verzonnen:" + said.substring(said.lastIndexOf(' ') + 1);
  }

  @Test
  void aChainWhoseEndWasCutOffIsFoundByWhatWasKeptElsewhere() {
    lines(5);
    sealer.seal(tenant);
    String kept = kept();
    lines(1);
    sealer.seal(tenant);
    command(0, kept);
    long row = id(3);
    asSuperuser("DELETE FROM audit_seal WHERE tenant_id = ? AND number > 3", tenant.value());
    asSuperuser("DELETE FROM audit_line WHERE tenant_id = ? AND line_id >= ?", tenant.value(), row);
    command(0);
    assertThat(command(1, kept)).contains("verzonnen: row 5 of the chain is not the one");
  }

  @Test
  void aChainThatWasMadeAnewIsFoundByWhatWasKeptElsewhere() {
    lines(5);
    sealer.seal(tenant);
    String kept = kept();
    asSuperuser("UPDATE audit_line SET user_ref = 'another' WHERE line_id = ?", id(2));
    asSuperuser("DELETE FROM audit_seal WHERE tenant_id = ?", tenant.value());
    sealer.seal(tenant);
    command(0);
    assertThat(command(1, kept)).contains("verzonnen: row 5 of the chain is not the one");
  }

  @Test
  void whatIsNoEndOfAChainIsSaid() {
    assertThatThrownBy(() -> command(0, VerifyLog.OPTION + ".kept=verzonnen"))
        .hasMessageContaining("verify-log.kept");
  }
}
