package nl.kindcheck.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import nl.kindcheck.service.tenancy.WatchedTables;
import org.junit.jupiter.api.Test;

/**
 * A table that names a family, a patient or a child is one that the destruction reaches and the log
 * watches, or it stands here with the reason why not.
 */
class ReachTests extends DisclosureTest {

  /** Destroyed, and no statement on them leaves a line: they hold nothing of what was recorded. */
  private static final Set<String> NOT_WATCHED = Set.of("hook_call", "launch_session");

  /** The log of NEN 7513: that there was access stays, what was seen was never in it. */
  private static final Set<String> STAYS = Set.of("audit_line");

  @Test
  void everyTableThatNamesAFamilyIsReached() {
    Set<String> named =
        new TreeSet<>(
            column(
                """
                SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
                  AND (a.attname ~ '^(family|child|patient)(_id|_ref)?s?$' OR a.attname ~ '(patient|family|child)_ref')\
                """));
    Set<String> reached = new TreeSet<>(column("SELECT DISTINCT name FROM destruction_tables()"));
    named.removeAll(STAYS);
    assertThat(reached).isEqualTo(named);
    Set<String> watched = new TreeSet<>(reached);
    watched.removeAll(NOT_WATCHED);
    assertThat(WatchedTables.names())
        .as("A table with a family's data stands in FamilyTables, or here with a reason")
        .containsExactlyInAnyOrderElementsOf(watched);
  }
}
