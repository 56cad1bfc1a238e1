package nl.kindcheck.bench.core;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;

/**
 * A family with three children and twenty Kindchecks behind it, one every quarter: 500 statements,
 * of which a tenth corrects an earlier one.
 */
final class LargeFamily {

  static final int STATEMENTS = 500;
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final int CONVERSATIONS = 20;
  private static final String AUTHOR = "Practitioner/one";
  private static final String PATH = "QuestionnaireResponse.item";

  final List<Statement> statements = new ArrayList<>();
  final List<Check> checks = new ArrayList<>();
  final List<CareEvent> events = new ArrayList<>();
  final Conversation last;

  LargeFamily() {
    List<ChildId> children = List.of(new ChildId(id(1)), new ChildId(id(2)), new ChildId(id(3)));
    for (int n = 0; n < CONVERSATIONS; n++) {
      LocalDate day = day(n);
      events.add(
          new CareEvent(
              CareEvent.Kind.of(Moment.EVALUATION).orElseThrow(), day, "evaluation/" + day));
      ResponseId response = new ResponseId(id(1000 + n));
      checks.add(
          new Check(response, day, Outcome.SUPPORT_WANTED, Standing.COMPLETE, n % 3 == 0, null));
      for (Claim claim : claims(children, n)) {
        statements.add(statement(claim, day, response));
      }
    }
    LocalDate day = day(CONVERSATIONS - 1);
    List<Conversation.Said> said = new ArrayList<>();
    Set<ChildId> spokenOf = new LinkedHashSet<>(children);
    for (Claim claim : claims(children, CONVERSATIONS - 1)) {
      said.add(
          new Conversation.Said(
              claim,
              Perspective.PARENT,
              Nature.FACT,
              PartialDate.of(day),
              claim.topic().code(),
              PATH));
    }
    last =
        new Conversation(
            day, AUTHOR, Outcome.SUPPORT_WANTED, null, null, null, List.copyOf(spokenOf), said);
    if (statements.size() != STATEMENTS) {
      throw new IllegalStateException("Statements: " + statements.size());
    }
  }

  private static LocalDate day(int conversation) {
    return TODAY.minusMonths(3L * (CONVERSATIONS - conversation));
  }

  /** Twenty-five, as many as a form with three children that is filled in whole. */
  private static List<Claim> claims(List<ChildId> children, int n) {
    List<Claim> claims = new ArrayList<>();
    for (int c = 0; c < children.size(); c++) {
      ChildId child = children.get(c);
      claims.add(new Claim.ChildNamed(child, "Child " + c));
      claims.add(new Claim.Born(child, PartialDate.parse((2012 + 3 * c) + "-0" + (c + 3))));
      claims.add(new Claim.RelationStated(child, Relation.OWN));
      claims.add(new Claim.Lives(child, Residence.WITH_PATIENT, n % 2 == 0 ? "here" : "there"));
      claims.add(new Claim.Fares(child, one(Wellbeing.class, n), null));
      claims.add(new Claim.OverAdapts(child, one(OverAdaptation.class, n)));
      claims.add(new Claim.WasTold(child, IllnessExplained.NOT_YET));
    }
    claims.add(new Claim.PregnancyStated(PregnancyStatus.NO, null));
    claims.add(new Claim.PartnerHasChildren(Answer.NO));
    claims.add(new Claim.DiscussedWithParent(true, null));
    claims.add(n % 2 == 0 ? new Claim.Felt(GutFeeling.TWIJFEL) : new Claim.OthersCare(Answer.NO));
    return claims;
  }

  private Statement statement(Claim claim, LocalDate day, ResponseId response) {
    int number = statements.size();
    boolean corrects = number % 10 == 9;
    return new Statement(
        new StatementId(id(10_000 + number)),
        claim,
        number % 2 == 0 ? Perspective.PARENT : Perspective.CHILD,
        number % 3 == 0 ? Nature.OPINION : Nature.FACT,
        AUTHOR,
        PartialDate.of(day),
        day.atTime(9, 0).toInstant(ZoneOffset.UTC),
        new Statement.Origin(response, 1, claim.topic().code()),
        corrects
            ? new Statement.Correction(statements.get(number - 1).id(), "It was misheard.")
            : null);
  }

  private static <E extends Enum<E>> E one(Class<E> type, int n) {
    List<E> all = List.copyOf(EnumSet.allOf(type));
    return all.get(n % all.size());
  }

  private static UUID id(long number) {
    return new UUID(0x4000L, number);
  }
}
