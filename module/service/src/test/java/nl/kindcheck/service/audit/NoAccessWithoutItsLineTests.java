package nl.kindcheck.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every way to a family's data, and that none of them can be gone without a line. */
class NoAccessWithoutItsLineTests extends AuditTest {

  private static final TenantId HAVEN = new TenantId(World.HAVEN);

  /** Of nobody; or, the hooks, with lines of their own. */
  private static final String NO_PAGES = "/|/error|/cds-services.*|/demo/.*|/app/test.*";

  /** Pages that show nothing of anybody. */
  private static final Set<String> NOBODYS =
      Set.of("/app/guide", "/app/guide/{topic}", "/app/guide/consult", "/app/care/goals/new");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping pages;

  @Autowired private Routes routes;
  @Autowired private TenantSql sql;
  @Autowired private JdbcClient jdbc;

  private List<String> routesOf(String method) {
    List<String> found = new ArrayList<>();
    for (RequestMappingInfo info : pages.getHandlerMethods().keySet()) {
      boolean fits =
          info.getMethodsCondition().getMethods().isEmpty()
              || info.getMethodsCondition().getMethods().stream()
                  .anyMatch(m -> m.name().equals(method));
      if (fits) {
        info.getPatternValues().stream().filter(p -> !p.matches(NO_PAGES)).forEach(found::add);
      }
    }
    return found;
  }

  @Test
  void everyPageHasARowThatNamesWhatItDoes() {
    for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
      for (String pattern : routesOf(method)) {
        assertThat(routes.has(method, pattern)).as(method + " " + pattern).isTrue();
      }
    }
    assertThat(routesOf("GET")).hasSizeGreaterThan(20);
  }

  @Test
  void everyPageThatShowsAPatientsDataLeavesALine() {
    String response = recorded("haven", "au-walk");
    Launched session = session("au-walk");
    String child = childOf("au-walk");
    Set<String> silent = new TreeSet<>();
    for (String pattern : routesOf("GET")) {
      if (!pattern.startsWith("/app") || NOBODYS.contains(pattern)) {
        continue;
      }
      String path =
          pattern
              .replace("{child}", child)
              .replace("{id}", response)
              .replace("{consent}", response)
              .replace("{number}", "1")
              .replace("{form}", "close");
      int before = lines("au-walk").size();
      open(session, path + (pattern.endsWith("/sent") ? "?task=" + response : ""));
      if (lines("au-walk").size() == before) {
        silent.add(pattern);
      }
    }
    assertThat(silent).isEmpty();
  }

  private String childOf(String patient) {
    Answer found = fhirGet("haven", "RelatedPerson?patient=Patient/" + patient);
    return found.json().path("entry").path(0).path("resource").path("id").asString();
  }

  @Test
  void everyFhirInteractionWithAPatientsDataLeavesALine() {
    String response = recorded("haven", "au-fhir");
    hook("haven", Bodies.intake("au-fhir", "e2-au-fhir", DAY));
    String patient = "Patient/au-fhir";
    Map<String, String> searches =
        Map.of(
            "RelatedPerson", "patient",
            "Observation", "subject",
            "Flag", "patient",
            "Task", "patient",
            "Provenance", "patient",
            "Goal", "patient",
            "CarePlan", "patient",
            "QuestionnaireResponse", "patient");
    searches.forEach(
        (type, parameter) -> {
          int before = lines("au-fhir").size();
          Answer found = fhirGet("haven", type + "?" + parameter + "=" + patient);
          if (found.status() == 200) {
            assertThat(lines("au-fhir").size()).as(type + " search").isGreaterThan(before);
            String id = found.json().path("entry").path(0).path("resource").path("id").asString("");
            if (!id.isEmpty()) {
              int between = lines("au-fhir").size();
              fhirGet("haven", type + "/" + id);
              assertThat(lines("au-fhir").size()).as(type + " read").isGreaterThan(between);
            }
          } else {
            assertThat(lines("au-fhir").size()).as(type).isGreaterThanOrEqualTo(before);
          }
        });
    int before = lines("au-fhir").size();
    fhirGet("haven", "Patient/au-fhir/$kindcheck-status");
    assertThat(lines("au-fhir")).hasSize(before + 1);
    assertThat(last("au-fhir").object()).isEqualTo("Patient/$kindcheck-status");
    fhirGet("haven", "QuestionnaireResponse/" + response + "/_history/1");
    assertThat(lines("au-fhir")).hasSize(before + 2);
  }

  @Test
  void aTransactionThatNamesNobodyIsNotCommitted() {
    assertThatThrownBy(
            () ->
                sql.inTransaction(
                    HAVEN,
                    () ->
                        jdbc.sql("SELECT count(*) FROM statement WHERE tenant_id = ?")
                            .param(World.HAVEN)
                            .query(Long.class)
                            .single()))
        .hasMessageContaining("nobody said whose");
  }

  @Test
  void aTransactionOfWhichNobodySaysWhatItDoesIsNotCommitted() {
    TestDoing.end();
    assertThatThrownBy(
            () ->
                sql.inTransaction(
                    HAVEN,
                    () -> {
                      Touched.patients(List.of("Patient/au-guard"));
                      return jdbc.sql(
                              "INSERT INTO draft VALUES (?, 'Patient/au-guard', 'u', 'f', ?, 1,"
                                  + " '{}', now())")
                          .params(World.HAVEN, World.HAVEN)
                          .update();
                    }))
        .hasMessageContaining("Nobody said");
    assertThat(count("SELECT count(*) FROM draft WHERE patient_ref = 'Patient/au-guard'")).isZero();
  }

  @Test
  void aFamilysDataIsNotReachedOutsideATransactionOfItsOrganisation() {
    assertThatThrownBy(() -> jdbc.sql("SELECT * FROM family"))
        .hasMessageContaining("in a transaction of its organisation");
  }

  @Test
  void nothingIsRecordedAndNothingShownWhereTheLineCannotBeWritten() {
    asSuperuser(
        "ALTER TABLE audit_line ADD CONSTRAINT au_broken CHECK (patient_ref <> 'Patient/au-broken')"
            + " NOT VALID");
    try {
      String body = Bodies.twoChildren("au-broken", "e-au-broken", DAY);
      assertThat(fhirPost("haven", RESPONSE, body).status()).isEqualTo(500);
      assertThat(rows("response", "au-broken")).isZero();
      Answer page = open(session("au-broken"), "/app");
      assertThat(page.status()).isEqualTo(500);
      Answer hook = hook("haven", Bodies.intake("au-broken", "e-au-broken", DAY));
      assertThat(hook.body()).doesNotContain("2026-06-01");
      assertThat(count("SELECT count(*) FROM family WHERE patient_ref = 'Patient/au-broken'"))
          .isZero();
    } finally {
      asSuperuser("ALTER TABLE audit_line DROP CONSTRAINT au_broken");
    }
  }

  /** Every table with a family's data is watched, or is here with its reason. */
  @Test
  void everyTableWithAFamilysDataIsWatched() {
    Set<String> exempt =
        Set.of(
            "audit_line", // the log itself
            "hook_call", // the hooks' ledger: each row comes with its line
            "launch_session"); // whose line is that of the launch
    assertThat(
            count(
                """
                SELECT count(DISTINCT table_name) FROM information_schema.columns WHERE table_schema = 'public'
                AND column_name IN ('family_id', 'patient_ref', 'child_id') AND NOT table_name = ANY (?)\
                """,
                (Object) exempt.toArray(String[]::new)))
        .isEqualTo(nl.kindcheck.service.tenancy.WatchedTables.count());
  }
}
