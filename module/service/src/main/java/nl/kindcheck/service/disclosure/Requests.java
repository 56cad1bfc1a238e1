package nl.kindcheck.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.Destruction;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the requests. Every method runs in a transaction in which the tenant is set. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Requests {

  private final JdbcClient jdbc;

  Requests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(
      UUID id, String patient, @Nullable ChildId child, Asker asker, Destruction.Entry entry) {}

  List<Request> all(TenantId tenant) {
    return requests(
        jdbc.sql("SELECT * FROM destruction_event WHERE tenant_id = ? ORDER BY seq")
            .param(tenant.value())
            .query((row, n) -> row(row))
            .list());
  }

  List<Request> of(TenantId tenant, String patient) {
    Touched.patients(List.of(patient));
    return requests(
        jdbc.sql(
                "SELECT * FROM destruction_event WHERE tenant_id = ? AND family_id = ? ORDER BY"
                    + " seq")
            .params(tenant.value(), FamilyId.of(tenant, patient).value())
            .query((row, n) -> row(row))
            .list());
  }

  Optional<Request> find(TenantId tenant, UUID id) {
    return requests(
            jdbc.sql(
                    "SELECT * FROM destruction_event WHERE tenant_id = ? AND request_id = ? ORDER"
                        + " BY seq")
                .params(tenant.value(), id)
                .query((row, n) -> row(row))
                .list())
        .stream()
        .findFirst();
  }

  /**
   * Adds a step.
   *
   * @return false where the request was begun or decided already, by whoever came first
   */
  boolean append(TenantId tenant, Request request, Destruction.Entry entry) {
    ChildId child = request.child();
    Touched.patients(List.of(request.patient()));
    return jdbc.sql(
                """
                INSERT INTO destruction_event (tenant_id, request_id, family_id, patient_ref, child_id, asker, step, words, told,
                  author, at)
                VALUES (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?::uuid, ?, ?) ON CONFLICT DO NOTHING\
                """)
            .params(
                Arrays.asList(
                    tenant.value(),
                    request.id(),
                    FamilyId.of(tenant, request.patient()).value(),
                    request.patient(),
                    child == null ? null : child.toString(),
                    request.asker().code(),
                    entry.step().code(),
                    entry.words(),
                    entry.told() == null ? null : entry.told().toString(),
                    entry.by(),
                    entry.at().atOffset(ZoneOffset.UTC)))
            .update()
        == 1;
  }

  private static List<Request> requests(List<Row> rows) {
    Touched.patients(rows.stream().map(Row::patient).toList());
    Map<UUID, List<Row>> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
    return byId.values().stream()
        .map(
            steps -> {
              Row first = steps.get(0);
              return new Request(
                  first.id(),
                  first.patient(),
                  first.child(),
                  first.asker(),
                  new Destruction(steps.stream().map(Row::entry).toList()));
            })
        .toList();
  }

  private static Row row(ResultSet row) throws SQLException {
    UUID child = row.getObject("child_id", UUID.class);
    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
    return new Row(
        row.getObject("request_id", UUID.class),
        row.getString("patient_ref"),
        child == null ? null : new ChildId(child),
        Coded.find(Asker.class, row.getString("asker")).orElseThrow(),
        new Destruction.Entry(
            Coded.find(DestructionStep.class, row.getString("step")).orElseThrow(),
            row.getString("words"),
            row.getObject("told", UUID.class),
            row.getString("author"),
            at));
  }
}
