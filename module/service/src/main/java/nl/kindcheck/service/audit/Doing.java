package nl.kindcheck.service.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What the present thread is doing, and for whom: a request, or a run of a timer. Of one doing
 * there is one line for each patient and event, in the first transaction that touches the patient's
 * data.
 */
public final class Doing {

  private static final ThreadLocal<@Nullable Doing> PRESENT = new ThreadLocal<>();

  private final UUID request = UUID.randomUUID();
  private final Supplier<Optional<Deed>> route;
  private final Supplier<Optional<Who>> signedIn;
  private final @Nullable String address;
  private final Set<Key> logged = new HashSet<>();
  private final Set<Key> pending = new HashSet<>();
  private final Set<String> met = new LinkedHashSet<>();
  private @Nullable Deed deed;
  private @Nullable Who who;

  /**
   * Who does it.
   *
   * @param tenant null for a timer, which goes through all of them
   * @param patient in whose record they work; null where it is nobody's in particular
   */
  public record Who(
      @Nullable TenantId tenant, Actor actor, Ground ground, @Nullable String patient) {}

  record Key(Event event, @Nullable String patient) {}

  Doing(
      Supplier<Optional<Deed>> route, Supplier<Optional<Who>> signedIn, @Nullable String address) {
    this.route = route;
    this.signedIn = signedIn;
    this.address = address;
  }

  static Doing of(Deed deed, Who who) {
    return new Doing(() -> Optional.of(deed), () -> Optional.of(who), null);
  }

  static Optional<Doing> find() {
    return Optional.ofNullable(PRESENT.get());
  }

  /**
   * What is being done.
   *
   * @throws IllegalStateException where nobody said so
   */
  static Doing present() {
    return find().orElseThrow(() -> new IllegalStateException("Nobody said what is being done."));
  }

  /** Puts it in the place of what was being done; to be given back to {@link #end}. */
  static @Nullable Doing begin(Doing next) {
    Doing before = PRESENT.get();
    PRESENT.set(next);
    return before;
  }

  static void end(@Nullable Doing before) {
    if (before == null) {
      PRESENT.remove();
    } else {
      PRESENT.set(before);
    }
  }

  /** Says more exactly what the present request does. */
  public static void does(Deed deed) {
    find().ifPresent(doing -> doing.deed = deed);
  }

  /** Says whose the present request is. */
  public static void by(Who who) {
    find().ifPresent(doing -> doing.who = who);
  }

  /** Takes note of who is signed in, as long as that is known. */
  public static void bySignedIn() {
    find().ifPresent(Doing::who);
  }

  Optional<Deed> deed() {
    if (deed == null) {
      deed = route.get().orElse(null);
    }
    return Optional.ofNullable(deed);
  }

  Optional<Who> who() {
    if (who == null) {
      who = signedIn.get().orElse(null);
    }
    return Optional.ofNullable(who);
  }

  UUID request() {
    return request;
  }

  @Nullable String address() {
    return address;
  }

  /** Those whose data was touched, also in vain. */
  Set<String> met() {
    return met;
  }

  void meets(Collection<String> patients) {
    met.addAll(patients);
  }

  /** The keys of lines that are still to be written. */
  List<Key> toLog(Event event, Collection<String> patients) {
    met.addAll(patients);
    List<Key> keys = new ArrayList<>();
    if (patients.isEmpty()) {
      keys.add(new Key(event, who().map(Who::patient).orElse(null)));
    }
    patients.forEach(patient -> keys.add(new Key(event, patient)));
    keys.removeIf(key -> logged.contains(key) || pending.contains(key));
    return keys;
  }

  void write(Collection<Key> keys) {
    pending.addAll(keys);
  }

  /** How the transaction ended in which lines were written. */
  void ended(boolean committed) {
    if (committed) {
      logged.addAll(pending);
    }
    pending.clear();
  }
}
