package nl.kindcheck.service.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.LineKeeper;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes lines in the transaction of what they log. */
@Component
class Lines implements LineKeeper {

  private final JdbcClient jdbc;
  private final SecurityClock clock;
  private final Organisations organisations;

  Lines(JdbcClient jdbc, SecurityClock clock, Organisations organisations) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.organisations = organisations;
  }

  @Override
  public Open open() {
    Doing doing = Doing.find().orElse(null);
    return new Open() {
      @Override
      public void beforeCommit(Touched touched) {
        if (doing == null) {
          throw new IllegalStateException("Nobody said what is being done.");
        }
        leave(doing, touched);
      }

      @Override
      public void ended(Touched touched, boolean committed) {
        if (doing != null) {
          doing.meets(touched.patients());
          doing.ended(committed);
        }
      }
    };
  }

  private void leave(Doing doing, Touched touched) {
    Set<String> patients = touched.patients();
    patients.addAll(resolved(touched));
    if (patients.isEmpty() && !touched.mustLeaveALine()) {
      return;
    }
    List<Doing.Key> keys = doing.toLog(event(doing, touched.wrote()), patients);
    boolean found = !patients.isEmpty() || touched.population();
    insert(lines(doing, touched.tenant(), keys, found ? Line.DONE : Line.NOTHING_FOUND));
    doing.write(keys);
  }

  @Override
  public Runnable into(OneTrip trip, TenantId tenant, Set<String> patients, boolean writes) {
    Doing doing = Doing.present();
    List<Doing.Key> keys = doing.toLog(event(doing, writes), patients);
    lines(doing, tenant, keys, Line.DONE).forEach(line -> line.addTo(trip));
    return () -> {
      doing.write(keys);
      doing.ended(true);
    };
  }

  private static Event event(Doing doing, boolean writes) {
    return doing
        .deed()
        .orElseThrow(() -> new IllegalStateException("Nobody said what this request does."))
        .event()
        .in(writes);
  }

  private List<Line> lines(
      Doing doing, TenantId tenant, Collection<Doing.Key> keys, String outcome) {
    return keys.stream()
        .map(key -> line(doing, tenant, key.event(), key.patient(), outcome))
        .toList();
  }

  /** A line of what is being done. */
  Line line(Doing doing, TenantId tenant, Event event, @Nullable String patient, String outcome) {
    Doing.Who who =
        doing.who().orElseThrow(() -> new IllegalStateException("Nobody said who does this."));
    Deed deed = doing.deed().orElseGet(() -> Deed.of(event, "unknown", null));
    return new Line(
        tenant,
        doing.request(),
        clock.now(),
        new Deed(event, deed.object(), deed.reference(), deed.parameters()),
        patient,
        who.actor(),
        doing.address(),
        responsible(tenant),
        who.ground(),
        outcome);
  }

  /** The code of an organisation; of one that is no longer registered, its id. */
  String responsible(TenantId tenant) {
    return organisations.organisations().stream()
        .filter(organisation -> organisation.tenant().equals(tenant))
        .map(Organisations.Organisation::code)
        .findFirst()
        .orElseGet(tenant::toString);
  }

  private Set<String> resolved(Touched touched) {
    Set<UUID> ids = touched.unresolved();
    if (ids.isEmpty()) {
      return Set.of();
    }
    Set<String> found =
        new LinkedHashSet<>(
            jdbc.sql("SELECT patient_ref FROM family WHERE tenant_id = ? AND family_id = ANY (?)")
                .params(touched.tenant().value(), ids.toArray(UUID[]::new))
                .query(String.class)
                .list());
    return found;
  }

  /** Writes lines in the present transaction, in one statement. */
  void insert(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String row = Line.INSERT.substring(Line.INSERT.indexOf("VALUES ") + "VALUES ".length());
    List<@Nullable Object> values = new ArrayList<>();
    lines.forEach(line -> values.addAll(Arrays.asList(line.values())));
    jdbc.sql(Line.INSERT + (", " + row).repeat(lines.size() - 1)).params(values).update();
  }
}
