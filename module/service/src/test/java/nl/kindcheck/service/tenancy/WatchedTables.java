package nl.kindcheck.service.tenancy;

import java.util.Set;

/** Lets the tests of the log see which tables are watched. */
public final class WatchedTables {

  private WatchedTables() {}

  public static Set<String> names() {
    return FamilyTables.NAMES;
  }

  public static int count() {
    return FamilyTables.NAMES.size();
  }
}
