package nl.kindcheck.service.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All families of an organisation, page by page in the order of their key: to see what a policy
 * would do, and to let their due dates follow one that came into force. Every method runs in a
 * transaction in which the tenant is set.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FamiliesByPolicy {

  private static final String PAGE =
      """
      SELECT * FROM family WHERE tenant_id = ?
        AND family_id > coalesce(nullif(?, '')::uuid, '00000000-0000-0000-0000-000000000000')
      ORDER BY family_id LIMIT ?\
      """;

  private final JdbcClient jdbc;

  FamiliesByPolicy(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page of states, which say nothing of who the family is.
   *
   * @param last the key after which the next page begins; null where there is none
   */
  public record States(List<KindcheckState> states, @Nullable String last) {}

  /**
   * What became of a page.
   *
   * @param changed the families whose due date is another now
   * @param last the key after which the next page begins; null where there is none
   */
  public record Followed(List<FamilyHead> changed, @Nullable String last) {}

  public long count(TenantId tenant) {
    Touched.everybody(true);
    return jdbc.sql("SELECT count(*) FROM family WHERE tenant_id = ?")
        .param(tenant.value())
        .query(Long.class)
        .single();
  }

  /**
   * @param after the key after which the page begins; empty for the first one
   */
  public States states(TenantId tenant, String after, int count) {
    List<FamilyHead> heads =
        jdbc.sql(PAGE)
            .params(tenant.value(), after, count)
            .query((row, n) -> FamilyHeads.head(row))
            .list();
    Touched.everybody(!heads.isEmpty());
    return new States(heads.stream().map(FamilyHead::state).toList(), last(heads, count));
  }

  private static @Nullable String last(List<FamilyHead> heads, int count) {
    return heads.size() < count ? null : heads.get(heads.size() - 1).id().toString();
  }

  private record Row(FamilyHead head, @Nullable LocalDate due) {}

  /**
   * Lets the stored due dates of a page follow a policy. What else the rows hold does not depend on
   * it. Done again, it changes nothing.
   *
   * @param after the key after which the page begins; empty for the first one
   */
  public Followed follow(TenantId tenant, Policy policy, Instant at, String after, int count) {
    List<Row> page =
        jdbc.sql(PAGE + " FOR UPDATE")
            .params(tenant.value(), after, count)
            .query(
                (row, n) ->
                    new Row(FamilyHeads.head(row), row.getObject("next_due", LocalDate.class)))
            .list();
    Touched.everybody(!page.isEmpty());
    List<FamilyHead> changed = new ArrayList<>();
    for (Row row : page) {
      // Of a family of which nothing is known no date is stored; it would be another every day.
      LocalDate due =
          row.head().version() == 0 ? row.due() : FamilyHeads.due(row.head().state(), policy, at);
      if (!Objects.equals(due, row.due())) {
        jdbc.sql("UPDATE family SET next_due = ?::date WHERE tenant_id = ? AND family_id = ?")
            .params(Arrays.asList(due, tenant.value(), row.head().id().value()))
            .update();
        Touched.family(row.head().id().value(), row.head().patient());
        changed.add(row.head());
      }
    }
    return new Followed(changed, last(page.stream().map(Row::head).toList(), count));
  }
}
