package nl.kindcheck.service.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.tenancy.FamilyTables.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the watch makes of a statement. */
class FamilyTablesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM family WHERE tenant_id = ?",
        "select 1 from Statement",
        "SELECT a FROM policy_version p, response r",
        "SELECT a FROM policy_version JOIN draft USING (tenant_id)",
        "SELECT EXISTS (SELECT 1 FROM\n  \"meldcode_event\")",
        "TABLE consent_event",
        "SELECT * FROM public.task_event FOR UPDATE"
      })
  void whatReadsAFamilysDataIsSeen(String sql) {
    assertThat(FamilyTables.use(sql)).isEqualTo(Use.READS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO care_seen (tenant_id) VALUES (?)",
        "insert  into\n public.statement SELECT 1",
        "UPDATE family SET version = 1",
        "UPDATE ONLY \"family\" SET version = 1",
        "DELETE FROM draft",
        "WITH gone AS (DELETE FROM draft RETURNING 1) SELECT * FROM gone",
        "INSERT INTO family AS f (tenant_id) VALUES (?) ON CONFLICT DO NOTHING"
      })
  void whatWritesAFamilysDataIsSeen(String sql) {
    assertThat(FamilyTables.use(sql)).isEqualTo(Use.WRITES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT document FROM policy_version WHERE tenant_id = ?",
        "SELECT family_id, response_id FROM hook_call",
        "INSERT INTO audit_line (tenant_id, patient_ref) VALUES (?, ?)",
        "DELETE FROM token_seen WHERE expires_at < ?"
      })
  void whatTouchesNobodysDataIsLeftAlone(String sql) {
    assertThat(FamilyTables.use(sql)).isEqualTo(Use.NONE);
  }
}
