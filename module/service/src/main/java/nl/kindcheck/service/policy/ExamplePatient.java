package nl.kindcheck.service.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.KindcheckState.ChildInShort;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Patients who do not exist, at whom one can see what a policy does. Each has its text by its code.
 */
enum ExamplePatient implements Coded {
  /** In care for three years, and nobody ever asked. */
  LONG_IN_CARE {
    @Override
    KindcheckState on(LocalDate day) {
      return state(day.minusYears(3), null, List.of(), null, List.of());
    }
  },
  /** Came yesterday. */
  NEW {
    @Override
    KindcheckState on(LocalDate day) {
      LocalDate came = day.minusDays(1);
      CareEvent intake = new CareEvent(CareEvent.Kind.INTAKE, came, "Encounter/example");
      return state(came, intake, List.of(), null, List.of());
    }
  },
  /** Two children; asked four months ago, and it went well. */
  CHILDREN_GO_WELL {
    @Override
    KindcheckState on(LocalDate day) {
      Check check = check(day.minusMonths(4), Outcome.GOES_WELL, false);
      return state(day.minusYears(1), null, children(day), check, List.of());
    }
  },
  /** Two children; asked two months ago, and there were concerns. */
  CONCERNS {
    @Override
    KindcheckState on(LocalDate day) {
      Check check = check(day.minusMonths(2), Outcome.CONCERNS, true);
      return state(day.minusYears(1), null, children(day), check, List.of());
    }
  },
  /** Asked ten months ago; no children. */
  NO_CHILDREN {
    @Override
    KindcheckState on(LocalDate day) {
      Check check = check(day.minusMonths(10), Outcome.NO_CHILDREN, false);
      return state(day.minusYears(1), null, List.of(), check, List.of());
    }
  },
  /** Did not want to talk about it, two months ago. */
  DECLINED {
    @Override
    KindcheckState on(LocalDate day) {
      Check decline =
          new Check(ID, day.minusMonths(2), Outcome.DECLINED, Standing.CONSIDERED, false, null);
      return state(day.minusYears(1), null, List.of(), null, List.of(decline));
    }
  },
  /** Two children, asked last week; a crisis today. */
  CRISIS {
    @Override
    KindcheckState on(LocalDate day) {
      CareEvent crisis = new CareEvent(CareEvent.Kind.CRISIS, day, "Encounter/example");
      Check check = check(day.minusWeeks(1), Outcome.GOES_WELL, false);
      return state(day.minusYears(1), crisis, children(day), check, List.of());
    }
  };

  private static final ResponseId ID = new ResponseId(new UUID(0, 1));

  /** What is known of the patient on a day. */
  abstract KindcheckState on(LocalDate day);

  private static Check check(LocalDate on, Outcome outcome, boolean raises) {
    return new Check(ID, on, outcome, Standing.COMPLETE, raises, null);
  }

  /** At ages at which nothing changes soon. */
  private static List<ChildInShort> children(LocalDate day) {
    return List.of(child(1, day.minusYears(7)), child(2, day.minusYears(9)));
  }

  private static ChildInShort child(int number, LocalDate born) {
    PartialDate birth = new PartialDate(born.getYear(), born.getMonthValue(), null);
    return new ChildInShort(new ChildId(new UUID(0, number)), birth, false);
  }

  private static KindcheckState state(
      LocalDate inCareSince,
      @Nullable CareEvent event,
      List<ChildInShort> children,
      @Nullable Check complete,
      List<Check> since) {
    return new KindcheckState(
        new Care(Care.Status.OPEN, inCareSince, null),
        event == null ? List.of() : List.of(event),
        children,
        null,
        complete,
        since);
  }
}
