package nl.kindcheck.service.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.PolicyVersion;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Every policy that an organisation has: published ones, drafts, and the standard one. */
@Component
class PolicyBook {

  private final Policies policies;
  private final PolicyDrafts drafts;
  private final DomainClock clock;

  PolicyBook(Policies policies, PolicyDrafts drafts, DomainClock clock) {
    this.policies = policies;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** How a policy stands today. */
  enum State implements Coded {
    DRAFT,
    COMING,
    IN_FORCE,
    PAST,
    /** Published, and another of the same day or earlier took its place before it ever held. */
    NEVER_HELD
  }

  /**
   * One of them.
   *
   * @param revision of a draft; null for what is published
   * @param note why; null where nobody wrote it
   * @param byUser who, as the identity provider names them; null for the standard one and for what
   *     the organisation was set up with
   * @param at when it was published or last changed; null for the standard one
   */
  record Entry(
      Policy policy,
      State state,
      @Nullable Integer revision,
      @Nullable String note,
      @Nullable String byUser,
      @Nullable String byRole,
      @Nullable Instant at) {

    String name() {
      return policy.version();
    }

    LocalDate from() {
      return policy.effectiveFrom();
    }
  }

  /** What is published, the latest first; the standard one at the end. */
  List<Entry> published(TenantId tenant) {
    LocalDate today = clock.today();
    Policy inForce = policies.today(tenant);
    List<Entry> all = new ArrayList<>();
    List<PolicyVersion> versions = policies.versions(tenant);
    for (int i = 0; i < versions.size(); i++) {
      PolicyVersion v = versions.get(i);
      LocalDate next = i + 1 < versions.size() ? versions.get(i + 1).from() : null;
      all.add(
          new Entry(
              v.policy(),
              state(v, next, inForce, today),
              null,
              v.note(),
              v.byUser(),
              v.byRole(),
              v.at()));
    }
    Policy standard = policies.standard(tenant);
    if (all.stream().noneMatch(e -> e.name().equals(standard.version()))) {
      State state = inForce.version().equals(standard.version()) ? State.IN_FORCE : State.PAST;
      all.add(0, new Entry(standard, state, null, null, null, null, null));
    }
    Collections.reverse(all);
    return all;
  }

  private static State state(
      PolicyVersion v, @Nullable LocalDate next, Policy inForce, LocalDate today) {
    if (v.from().equals(next)) {
      return State.NEVER_HELD;
    }
    if (v.from().isAfter(today)) {
      return State.COMING;
    }
    return v.name().equals(inForce.version()) ? State.IN_FORCE : State.PAST;
  }

  List<Entry> inDraft(TenantId tenant) {
    return drafts.all(tenant).stream()
        .map(PolicyBook::entry)
        .sorted(Comparator.comparing(Entry::name))
        .toList();
  }

  static Entry entry(PolicyDraft d) {
    return new Entry(
        d.policy(), State.DRAFT, d.revision(), d.note(), d.byUser(), d.byRole(), d.at());
  }

  /**
   * The one of a name, published or in draft.
   *
   * @throws Refused 404 where there is none
   */
  Entry get(TenantId tenant, String name) {
    return find(tenant, name)
        .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "policy.no-version", null));
  }

  private Optional<Entry> find(TenantId tenant, String name) {
    Optional<Entry> published =
        published(tenant).stream().filter(e -> e.name().equals(name)).findFirst();
    return published.isPresent() ? published : drafts.find(tenant, name).map(PolicyBook::entry);
  }

  Policy inForce(TenantId tenant) {
    return policies.today(tenant);
  }
}
