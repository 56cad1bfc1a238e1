package nl.kindcheck.service.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Unchanged;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.family.WholeFamily;
import nl.kindcheck.service.kindcheck.CheckTask;
import nl.kindcheck.service.kindcheck.Consults;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.meldcode.OpenMeldcodes;
import nl.kindcheck.service.pages.Words;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the overview of a launch's patient shows. */
@Component
class OverviewReading {

  /** More than anybody looks through on one page; the rest stands in the record. */
  private static final int CHECKS = 50;

  private static final Set<Outcome> NOT_HELD =
      Set.of(Outcome.POSTPONED, Outcome.DECLINED, Outcome.NOT_APPLICABLE);

  private final TenantSql sql;
  private final KindcheckStatus status;
  private final ReasonTexts reasons;
  private final Words words;
  private final Policies policies;
  private final DomainClock clock;
  private final Consults consults;

  OverviewReading(
      TenantSql sql,
      KindcheckStatus status,
      ReasonTexts reasons,
      Words words,
      Policies policies,
      DomainClock clock,
      Consults consults) {
    this.consults = consults;
    this.sql = sql;
    this.status = status;
    this.reasons = reasons;
    this.words = words;
    this.policies = policies;
    this.clock = clock;
  }

  Family family(LaunchContext launch) {
    return stored(launch, new OneTrip()).family();
  }

  /** The days on which there was a conversation, complete or not, the earliest first. */
  List<LocalDate> checkedOn(LaunchContext launch) {
    return stored(launch, new OneTrip()).responses().stream()
        .filter(r -> !NOT_HELD.contains(r.check().outcome()))
        .map(RecordedResponse::on)
        .sorted()
        .distinct()
        .toList();
  }

  /** What a page shows: the overview, and the Meldcode records that are open. */
  record Read(Overview overview, List<OpenMeldcodes.Open> meldcodes) {}

  Read of(LaunchContext launch) {
    OneTrip trip = new OneTrip();
    Supplier<List<CheckTask>> asked = consults.open(trip, launch.tenant(), launch.patient());
    Supplier<List<OpenMeldcodes.Open>> meldcodes = OpenMeldcodes.notShielded(trip, launch);
    WholeFamily stored = stored(launch, trip);
    return new Read(overview(launch, stored, asked.get()), meldcodes.get());
  }

  private Overview overview(LaunchContext launch, WholeFamily stored, List<CheckTask> asked) {
    Family family = stored.family();
    LocalDate today = clock.today();
    List<ChildCard> children = new ArrayList<>();
    List<ChildCard> others = new ArrayList<>();
    for (Child child : family.children()) {
      ChildCard card = ChildCard.of(child, children.size() + others.size() + 1, today);
      (card.died() || card.adult() ? others : children).add(card);
    }
    Pregnancy pregnancy = family.pregnancy().orElse(null);
    KindcheckStatus.View view = status.of(launch.tenant(), stored.head());
    return new Overview(
        children,
        others,
        family.noChildrenStated() && family.children().isEmpty(),
        pregnancy == null ? null : pregnancy.status(),
        pregnancy == null || !pregnancy.ongoing() ? null : pregnancy.expected(),
        family.carers(),
        Told.lastOfFamily(family, Claim.OthersCare.class)
            .map(Claim.OthersCare::answer)
            .orElse(null),
        due(launch, view),
        UnderWay.of(asked, stored.responses(), family.gutFeeling().orElse(null)),
        stored.responses().stream().map(r -> earlier(r, family)).toList(),
        Unchanged.mayBeConfirmed(
                family, view.head().state(), policies.on(launch.tenant(), today), today)
            .outcome());
  }

  private WholeFamily stored(LaunchContext launch, OneTrip trip) {
    // What one family's record was given may lie a little after the clock of this instance.
    Instant until = clock.now().plus(Duration.ofDays(1));
    WholeFamily stored =
        WholeFamily.withResponses(trip, launch.tenant(), launch.patient(), until, CHECKS);
    trip.run(sql, launch.tenant());
    return stored;
  }

  private static Overview.Earlier earlier(RecordedResponse r, Family family) {
    Set<StatementId> corrected = Told.corrections(family).keySet();
    List<Statement> said =
        family.statements().stream()
            .filter(s -> s.origin().response().equals(r.id()) && !corrected.contains(s.id()))
            .filter(s -> !(s.claim() instanceof Claim.Retracted))
            .filter(s -> !s.origin().linkId().equals("outcome"))
            .toList();
    return new Overview.Earlier(
        r.id().value().toString(),
        r.on(),
        r.check().outcome(),
        r.check().standing(),
        r.version(),
        !said.isEmpty(),
        said.stream().anyMatch(s -> s.claim() instanceof Claim.AboutChild));
  }

  private Overview.Due due(LaunchContext launch, KindcheckStatus.View view) {
    Recurrence recurrence = view.recurrence().outcome();
    Locale locale = words.locale();
    boolean open =
        recurrence.status().asksNow() || recurrence.status() == Recurrence.Status.POSTPONED;
    Check declined = view.head().state().lastDecline();
    return new Overview.Due(
        recurrence.status(),
        recurrence.due(),
        recurrence.postponedUntil(),
        declined == null ? null : declined.on(),
        open ? words.coded("question.", recurrence.question()) : null,
        view.reasons().stream().map(reason -> reasons.full(reason, locale)).distinct().toList(),
        open ? owner(view.owner().outcome(), launch, locale) : null,
        recurrence.due() != null && recurrence.due().isBefore(clock.today()));
  }

  private @Nullable String owner(Owner owner, LaunchContext launch, Locale locale) {
    if (owner instanceof Owner.Role role) {
      return words.of("overview.owner.role", "role", reasons.role(role.role(), locale));
    }
    boolean you = owner instanceof Owner.Person person && person.reference().equals(launch.user());
    return words.of(you ? "overview.owner.you" : "overview.owner.other");
  }
}
