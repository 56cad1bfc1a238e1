package nl.kindcheck.service.tenancy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables in which a family's data stands. No statement reaches them unless its transaction
 * leaves a line in the log.
 */
final class FamilyTables {

  static final Set<String> NAMES =
      Set.of(
          "care_seen",
          "consent_event",
          "destruction_event",
          "draft",
          "due_announced",
          "emergency_access",
          "family",
          "handed_out",
          "meldcode_event",
          "next_agreed",
          "parent_goal",
          "referral_read",
          "response",
          "statement",
          "task_event");

  /** What a statement does with them. */
  enum Use {
    NONE,
    READS,
    WRITES
  }

  private static final String ANY = NAMES.stream().sorted().collect(Collectors.joining("|"));

  /** Wherever it stands: rather a line too many than a table that is read in a way we forgot. */
  private static final Pattern NAMED = after("");

  private static final Pattern WRITTEN =
      after("\\b(?:insert\\s+into|update|delete\\s+from)\\s+(?:only\\s+)?(?:public\\.)?\"?");

  private static final Pattern LINE =
      Pattern.compile("\\binsert\\s+into\\s+audit_line\\b", Pattern.CASE_INSENSITIVE);

  /** Statements are constants: each is looked at once. */
  private static final Map<String, Use> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 10_000;

  private FamilyTables() {}

  private static Pattern after(String before) {
    return Pattern.compile(before + "\\b(?:" + ANY + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  static Use use(String sql) {
    Use known = KNOWN.get(sql);
    if (known != null) {
      return known;
    }
    Use use =
        WRITTEN.matcher(sql).find() ? Use.WRITES : NAMED.matcher(sql).find() ? Use.READS : Use.NONE;
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(sql, use);
    }
    return use;
  }

  /** Whether a statement writes a line of the log. */
  static boolean isLine(String sql) {
    return LINE.matcher(sql).find();
  }
}
