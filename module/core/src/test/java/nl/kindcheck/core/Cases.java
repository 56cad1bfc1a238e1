package nl.kindcheck.core;

import static org.instancio.Select.all;
import static org.instancio.Select.allStrings;
import static org.instancio.Select.field;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kindcheck.core.family.CarerId;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;
import org.instancio.Instancio;
import org.instancio.Model;
import org.instancio.Random;
import org.jspecify.annotations.Nullable;

/**
 * Families, care and checks as chance has them: every kind of claim there is, from every
 * perspective, with corrections. The same seed gives the same cases.
 */
public final class Cases {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 1100;
  private static final int FEW = 4;
  private static final int MORE_THAN_ANY = 1000;

  /** Every kind of claim, found by the type itself, so that a new kind takes part at once. */
  private static final List<Model<? extends Claim>> CLAIMS =
      kindsOf(Claim.class)
          .filter(kind -> kind != Claim.Retracted.class)
          .<Model<? extends Claim>>map(Cases::model)
          .toList();

  /** What the rules look at most, so that chance comes upon it often enough. */
  private static final List<Model<? extends Claim>> OFTEN =
      Stream.of(Claim.ChildNamed.class, Claim.Born.class, Claim.PregnancyStated.class)
          .<Model<? extends Claim>>map(Cases::model)
          .toList();

  private Cases() {}

  /**
   * @param statements in the order in which they were recorded
   * @param today a day on which all of it can be known
   * @param oneMore a statement that corrects nothing, recorded after the others
   * @param anotherEvent an event of its own, or one of the events moved to another day
   */
  public record Case(
      long seed,
      List<Statement> statements,
      Care care,
      List<CareEvent> events,
      List<Check> checks,
      Policy policy,
      LocalDate today,
      Statement oneMore,
      CareEvent anotherEvent)
      implements Serializable {

    public Family family() {
      return Family.of(statements);
    }
  }

  /** As many cases as asked for, the same ones for the same seed. */
  public static List<Case> of(long seed, int count) {
    return IntStream.range(0, count).mapToObj(i -> one(seed + i)).toList();
  }

  private static Case one(long seed) {
    return Instancio.of(Case.class)
        .withSeed(seed)
        .set(field(Case::seed), seed)
        .supply(field(Case::statements), Cases::statements)
        .supply(field(Case::care), Cases::care)
        .supply(field(Case::events), Cases::events)
        .supply(field(Case::checks), Cases::checks)
        .supply(field(Case::policy), Cases::policy)
        .supply(
            field(Case::today),
            random -> FIRST_DAY.plusDays(DAYS + random.intRange(0, random.oneOf(30, 700))))
        .supply(
            field(Case::oneMore), random -> statement(MORE_THAN_ANY, claim(random), null, random))
        .supply(
            field(Case::anotherEvent),
            random -> event("Encounter/" + random.intRange(1, 10), random))
        .create();
  }

  private static Stream<Class<?>> kindsOf(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Cases::kindsOf)
        : Stream.of(type);
  }

  private static Model<? extends Claim> model(Class<?> kind) {
    return Instancio.of(kind.asSubclass(Claim.class))
        .lenient()
        .withMaxDepth(3)
        .supply(all(ChildId.class), random -> new ChildId(new UUID(2, few(random))))
        .supply(all(CarerId.class), random -> new CarerId(new UUID(3, few(random))))
        .supply(all(PartialDate.class), Cases::birthOrExpected)
        .withNullable(all(PartialDate.class))
        .generate(allStrings(), gen -> gen.oneOf("Noor", "Sam", "Huis", "Vader", "moe", "blij"))
        .withNullable(field(Claim.ChildNamed::label))
        .withNullable(field(Claim.Lives::household))
        .withNullable(field(Claim.CarerNamed::household))
        .withNullable(field(Claim.Fares::note))
        .withNullable(field(Claim.DiscussedWithParent::reason))
        .toModel();
  }

  private static int few(Random random) {
    return random.intRange(1, FEW);
  }

  private static PartialDate birthOrExpected(Random random) {
    return precise(LocalDate.of(2005, 1, 1).plusDays(random.intRange(0, 365 * 23)), random);
  }

  private static PartialDate precise(LocalDate day, Random random) {
    return switch (random.intRange(1, 3)) {
      case 1 -> new PartialDate(day.getYear(), null, null);
      case 2 -> new PartialDate(day.getYear(), day.getMonthValue(), null);
      default -> PartialDate.of(day);
    };
  }

  private static LocalDate day(Random random) {
    boolean lately = random.intRange(1, 3) == 1;
    return FIRST_DAY.plusDays(random.intRange(lately ? DAYS - 40 : 0, DAYS));
  }

  private static Claim claim(Random random) {
    Model<? extends Claim> kind = random.oneOf(random.intRange(1, 3) == 1 ? OFTEN : CLAIMS);
    return Instancio.of(kind).withSeed(random.longRange(0, 1 << 30)).create();
  }

  private static List<Statement> statements(Random random) {
    List<Statement> all = new ArrayList<>();
    int count = random.intRange(0, 30);
    for (int i = 0; i < count; i++) {
      boolean corrects = !all.isEmpty() && random.intRange(1, 6) == 1;
      all.add(corrects ? correction(all, random) : statement(i, claim(random), null, random));
    }
    return List.copyOf(all);
  }

  private static Statement correction(List<Statement> all, Random random) {
    Statement wrong = random.oneOf(all);
    Topic topic = wrong.claim().topic();
    boolean retracts = topic == Topic.RETRACTED || random.trueOrFalse();
    Claim right = retracts ? new Claim.Retracted(topic) : claim(random);
    return statement(all.size(), right, new Statement.Correction(wrong.id(), "vergissing"), random);
  }

  private static Statement statement(
      int others, Claim claim, Statement.@Nullable Correction corrects, Random random) {
    LocalDate day = day(random);
    Instant recorded = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(others);
    return new Statement(
        new StatementId(new UUID(1, others)),
        claim,
        random.oneOf(Perspective.values()),
        random.oneOf(Nature.values()),
        "Practitioner/" + few(random),
        precise(day, random),
        recorded,
        new Statement.Origin(new ResponseId(new UUID(7, few(random))), 1, claim.topic().code()),
        corrects);
  }

  private static Care care(Random random) {
    LocalDate since = random.trueOrFalse() ? null : day(random);
    LocalDate died = random.intRange(1, 12) == 1 ? day(random) : null;
    return new Care(random.oneOf(Care.Status.values()), since, died);
  }

  private static List<CareEvent> events(Random random) {
    return IntStream.rangeClosed(1, random.intRange(0, 8))
        .mapToObj(i -> event("Encounter/" + i, random))
        .toList();
  }

  private static CareEvent event(String reference, Random random) {
    return new CareEvent(random.oneOf(CareEvent.Kind.values()), day(random), reference);
  }

  private static List<Check> checks(Random random) {
    return IntStream.rangeClosed(1, random.intRange(0, 6))
        .mapToObj(i -> check(new ResponseId(new UUID(4, i)), day(random), random))
        .toList();
  }

  private static Check check(ResponseId id, LocalDate on, Random random) {
    Outcome outcome = random.oneOf(Outcome.values());
    Standing standing =
        random.intRange(1, 4) == 1
            ? Standing.INCOMPLETE
            : switch (outcome) {
              case DECLINED, POSTPONED, NOT_APPLICABLE -> Standing.CONSIDERED;
              default -> Standing.COMPLETE;
            };
    LocalDate until =
        outcome == Outcome.POSTPONED && standing == Standing.CONSIDERED
            ? on.plusDays(random.intRange(1, 400))
            : null;
    boolean raised = standing == Standing.COMPLETE && random.trueOrFalse();
    return new Check(id, on, outcome, standing, raised, until);
  }

  private static Policy policy(Random random) {
    Policy p = Policy.standard();
    int without = random.intRange(1, 36);
    int with = random.intRange(1, without);
    int overdue = random.intRange(0, 60);
    return new Policy(
        "generated-" + random.intRange(1, 1000),
        p.effectiveFrom(),
        random.oneOf(Enforcement.values()),
        new Policy.Intervals(without, with, random.intRange(1, with), random.intRange(1, 36)),
        new Policy.Windows(
            random.intRange(0, 60),
            overdue,
            random.intRange(0, 7),
            random.intRange(overdue, 180),
            random.intRange(1, 90)),
        p.moments(),
        p.evaluationCodeSystems(),
        p.fallbackRole(),
        p.escalationRole(),
        p.retention(),
        p.access(),
        random.trueOrFalse() ? null : p.effectiveFrom().minusDays(random.intRange(0, 300)));
  }
}
