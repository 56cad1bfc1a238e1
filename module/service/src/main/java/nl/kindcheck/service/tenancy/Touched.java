package nl.kindcheck.service.tenancy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose data the present transaction touched. Whoever reads or writes a family's data names the
 * family here; a transaction that touched a table of {@link FamilyTables} and named nobody is not
 * committed, so that forgetting it shows the first time the code runs.
 */
public final class Touched {

  private final TenantId tenant;
  private final ObjectProvider<LineKeeper> keeper;
  private final Set<String> patients = new LinkedHashSet<>();
  private final Map<UUID, @Nullable String> families = new LinkedHashMap<>();
  private FamilyTables.Use use = FamilyTables.Use.NONE;
  private boolean named;
  private boolean looked;
  private boolean population;
  private boolean closed;

  /** From the first statement that touches a family's data. */
  private LineKeeper.@Nullable Open lines;

  private Touched(TenantId tenant, ObjectProvider<LineKeeper> keeper) {
    this.tenant = tenant;
    this.keeper = keeper;
  }

  /** Begins to look at a transaction; one that is looked at already goes on. */
  static void begin(TenantId tenant, ObjectProvider<LineKeeper> keeper) {
    if (present() != null || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return;
    }
    Touched touched = new Touched(tenant, keeper);
    TransactionSynchronizationManager.bindResource(Touched.class, touched);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void suspend() {
            TransactionSynchronizationManager.unbindResource(Touched.class);
          }

          @Override
          public void resume() {
            TransactionSynchronizationManager.bindResource(Touched.class, touched);
          }

          @Override
          public void beforeCommit(boolean readOnly) {
            if (touched.lines != null) {
              touched.mustBeNamed();
              touched.lines.beforeCommit(touched);
            }
            touched.closed = true;
          }

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Touched.class);
            if (touched.lines != null) {
              touched.lines.ended(touched, status == STATUS_COMMITTED);
            }
          }
        });
  }

  private static @Nullable Touched present() {
    return (Touched) TransactionSynchronizationManager.getResource(Touched.class);
  }

  private void mustBeNamed() {
    if (!named) {
      throw new IllegalStateException(
          "A transaction touched a family's data, and nobody said whose: it is not committed.");
    }
  }

  /** Takes note of a statement. */
  static void statement(String sql) {
    FamilyTables.Use next = FamilyTables.use(sql);
    if (next == FamilyTables.Use.NONE) {
      return;
    }
    Touched touched = present();
    if (touched == null || touched.closed) {
      throw new IllegalStateException(
          "A family's data is only touched in a transaction of its organisation.");
    }
    if (touched.lines == null) {
      touched.lines = touched.keeper.getObject().open();
    }
    touched.use = touched.use == FamilyTables.Use.WRITES ? touched.use : next;
  }

  /** Names those whose data was read or written; also where nobody was found. */
  public static void patients(Collection<String> references) {
    Touched touched = present();
    if (touched != null) {
      touched.named = true;
      touched.looked = true;
      touched.patients.addAll(references);
    }
  }

  /**
   * Names a family whose data was read or written.
   *
   * @param patient the EPD's reference; null where it is not at hand
   */
  public static void family(UUID family, @Nullable String patient) {
    Touched touched = present();
    if (touched != null) {
      touched.named = true;
      touched.looked = true;
      if (patient != null || !touched.families.containsKey(family)) {
        touched.families.put(family, patient);
      }
    }
  }

  /**
   * Says that everybody was looked through, as a timer does.
   *
   * @param anybody whether there was anybody to look at
   */
  public static void everybody(boolean anybody) {
    Touched touched = present();
    if (touched != null) {
      touched.named = true;
      touched.population |= anybody;
    }
  }

  public TenantId tenant() {
    return tenant;
  }

  public boolean wrote() {
    return use == FamilyTables.Use.WRITES;
  }

  /** Whether everybody was looked through. */
  public boolean population() {
    return population;
  }

  /** Whether it leaves a line although nobody was found: somebody looked for one. */
  public boolean mustLeaveALine() {
    return looked || population;
  }

  /** The references of those who were named, as far as they are at hand. */
  public Set<String> patients() {
    Set<String> all = new LinkedHashSet<>(patients);
    families.values().stream().filter(p -> p != null).forEach(all::add);
    return all;
  }

  /** The families of whom only the id is at hand. */
  public Set<UUID> unresolved() {
    Set<UUID> ids = new LinkedHashSet<>();
    families.forEach(
        (id, patient) -> {
          if (patient == null) {
            ids.add(id);
          }
        });
    return Collections.unmodifiableSet(ids);
  }
}
