package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/**
 * What a record still lacks at step 5. A list for a person to see, never a hurdle: every step and
 * the record itself close without it.
 */
public enum Lacking implements Coded {
  SUSPICION(Step.WEIGH),
  UNSAFETY(Step.WEIGH),
  EFFECTIVE_SUPPORT(Step.WEIGH),
  ACCEPTED(Step.WEIGH),
  WORKS_IN_TIME(Step.WEIGH),
  REPORTING(Step.DECIDE),
  SUPPORT(Step.DECIDE),
  ASSESSMENT(Step.DECIDE),
  BASIS(Step.DECIDE),
  ACTIONS(Step.DECIDE),
  INFORMED(Step.DECIDE),
  REACTIONS(Step.DECIDE),
  ATTEMPTS(Step.DECIDE),
  AGREEMENTS(Step.DECIDE),
  /** Neither discussed with the family nor a reason why not. */
  DISCUSSED(Step.DECIDE);

  private final Step step;

  Lacking(Step step) {
    this.step = step;
  }

  /** Where it can be recorded. */
  public Step step() {
    return step;
  }

  static Lacking of(Weighing question) {
    return valueOf(question.name());
  }

  static Lacking of(Account item) {
    return valueOf(item.name());
  }
}
