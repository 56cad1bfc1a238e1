package nl.kindcheck.service.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.overview.ChartDrawing.Age;
import nl.kindcheck.service.overview.ChartDrawing.Point;
import nl.kindcheck.service.overview.Timeline.Corrected;
import nl.kindcheck.service.overview.Timeline.Row;
import nl.kindcheck.service.pages.Words;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads one child's years from the record of a launch's patient. */
@Component
class TimelineReading {

  private static final int SCHOOL = 4;
  private static final int SECONDARY_SCHOOL = 12;

  private final OverviewReading reading;
  private final ClaimWords claims;
  private final Words words;
  private final DomainClock clock;

  TimelineReading(OverviewReading reading, ClaimWords claims, Words words, DomainClock clock) {
    this.reading = reading;
    this.claims = claims;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @throws Refused 404 where the patient has no such child, also where another patient has
   */
  Timeline of(LaunchContext launch, ChildId id) {
    Family family = reading.family(launch);
    Child child =
        family
            .child(id)
            .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "page.not-found", null));
    List<Statement> about =
        family.statements().stream()
            .filter(s -> s.claim() instanceof Claim.AboutChild c && c.child().equals(id))
            .toList();
    Map<StatementId, Statement> corrections = Told.corrections(family);
    List<Point> points = points(about, corrections.keySet(), reading.checkedOn(launch));
    return new Timeline(
        child.label().orElse(null),
        chart(child, points, false),
        chart(child, points, true),
        about.stream()
            .sorted(
                Comparator.comparing(Statement::observedAt)
                    .thenComparing(Statement::recordedAt)
                    .reversed())
            .map(s -> row(s, corrections.get(s.id())))
            .toList());
  }

  private @Nullable Chart chart(Child child, List<Point> points, boolean narrow) {
    if (points.isEmpty()) {
      return null;
    }
    int first = points.stream().mapToInt(p -> p.on().year()).min().orElseThrow();
    int last = points.stream().mapToInt(p -> p.on().year()).max().orElseThrow();
    LocalDate from = LocalDate.of(first, 1, 1);
    LocalDate to = LocalDate.of(Math.max(last, clock.today().getYear()), 12, 31);
    List<Age> ages =
        List.of(
            new Age(SCHOOL, words.of("overview.timeline.transition.four")),
            new Age(SECONDARY_SCHOOL, words.of("overview.timeline.transition.twelve")),
            new Age(Child.ADULT, words.of("overview.timeline.transition.eighteen")));
    return new ChartDrawing(words, narrow, from, to).draw(points, child.birth().orElse(null), ages);
  }

  /** What was said, and for whoever spoke before, each Kindcheck at which they were not asked. */
  private static List<Point> points(
      List<Statement> about, Set<StatementId> corrected, List<LocalDate> checks) {
    List<Point> points = new ArrayList<>();
    Set<Perspective> spoke = EnumSet.noneOf(Perspective.class);
    Set<Map.Entry<Perspective, LocalDate>> asked = new HashSet<>();
    LocalDate known = LocalDate.MAX;
    for (Statement s : about) {
      LocalDate day = s.observedAt().firstDay();
      known = day.isBefore(known) ? day : known;
      if (s.claim() instanceof Claim.Fares fares) {
        boolean struck = corrected.contains(s.id());
        points.add(
            new Point(s.perspective(), fares.wellbeing(), s.nature(), struck, s.observedAt()));
        spoke.add(s.perspective());
        asked.add(Map.entry(s.perspective(), day));
      }
    }
    for (LocalDate check : checks) {
      for (Perspective perspective : spoke) {
        if (!check.isBefore(known) && !asked.contains(Map.entry(perspective, check))) {
          points.add(new Point(perspective, null, null, false, PartialDate.of(check)));
        }
      }
    }
    return points;
  }

  private Row row(Statement s, @Nullable Statement correction) {
    return new Row(
        words.date(s.observedAt()),
        words.coded("word.topic.", s.claim().topic()),
        claims.of(s.claim()),
        who(s),
        words.coded("word.nature.", s.nature()),
        correction == null ? null : corrected(correction));
  }

  private @Nullable Corrected corrected(Statement correction) {
    Statement.Correction why = correction.corrects();
    if (why == null) {
      return null;
    }
    LocalDate on = LocalDate.ofInstant(correction.recordedAt(), DomainClock.ZONE);
    return new Corrected(
        words.of("overview.timeline.correction", "on", on, "reason", why.reason()),
        correction.claim() instanceof Claim.Retracted
            ? words.of("overview.timeline.taken-back")
            : words.of("overview.timeline.instead", "value", claims.of(correction.claim())));
  }

  /** Whose it is, with a mark where one parent speaks of another. */
  private String who(Statement s) {
    String who = words.coded("word.perspective.", s.perspective());
    return Shielding.isAboutAnotherParent(s)
        ? words.of("overview.timeline.about-other-parent", "who", who)
        : who;
  }
}
