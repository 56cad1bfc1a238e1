package nl.kindcheck.service.audit;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The log's public face. Most lines need no call: whoever touches a family's data in a request
 * leaves one by doing so. This is for what no request does, and for what touches nobody's data.
 */
@Component
public class AuditTrail {

  private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

  private final Lines lines;
  private final TenantSql sql;
  private final SecurityClock clock;

  AuditTrail(Lines lines, TenantSql sql, SecurityClock clock) {
    this.lines = lines;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Runs what the service does by itself.
   *
   * @param name of the timer or the event that starts it
   */
  public <T extends @Nullable Object> T byItself(String name, Event event, Supplier<T> work) {
    Actor service = new Actor(name, Role.SYSTEM, "kindcheck");
    return as(Deed.of(event, name, null), new Doing.Who(null, service, Ground.TIMER, null), work);
  }

  /** Runs something in somebody's name. */
  public <T extends @Nullable Object> T as(Deed deed, Doing.Who who, Supplier<T> work) {
    Doing before = Doing.begin(Doing.of(deed, who));
    try {
      return work.get();
    } finally {
      Doing.end(before);
    }
  }

  /** A line of something that was done, to be written with it. */
  public Line line(Deed deed, TenantId tenant, Doing.Who who, String outcome) {
    Doing doing = Doing.find().orElseGet(() -> Doing.of(deed, who));
    return new Line(
        tenant,
        doing.request(),
        clock.now(),
        deed,
        who.patient(),
        who.actor(),
        doing.address(),
        lines.responsible(tenant),
        who.ground(),
        outcome);
  }

  /** The same for something that came to its end. */
  public Line line(Deed deed, TenantId tenant, Doing.Who who) {
    return line(deed, tenant, who, Line.DONE);
  }

  /** Adds a line to a trip, so that it costs no trip of its own. */
  public void add(OneTrip trip, Line line) {
    line.addTo(trip);
  }

  /** Writes a line in the present transaction, or in one of its own. */
  public void write(Line line) {
    sql.inTransaction(
        line.tenant(),
        () -> {
          lines.insert(List.of(line));
          return true;
        });
  }

  /**
   * Logs that a request was refused, in a transaction of its own: that of the request was undone.
   * Where the log cannot be written there is nothing to hold back: the request has its refusal.
   */
  void refused(Doing doing, int status) {
    Doing.Who who = doing.who().orElse(null);
    TenantId tenant = who == null ? null : who.tenant();
    if (who == null || tenant == null) {
      log.info("A request of nobody's organisation was refused with {}", status);
      return;
    }
    try {
      Set<String> met = doing.met();
      String one = met.size() == 1 ? met.iterator().next() : who.patient();
      write(lines.line(doing, tenant, Event.REFUSE, one, "refused-" + status));
    } catch (RuntimeException e) {
      log.error("The refusal of a request could not be logged", Traces.withoutMessages(e));
    }
  }
}
