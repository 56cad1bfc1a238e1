package nl.kindcheck.demoepd.ward;

import java.util.Locale;
import nl.kindcheck.demoepd.kindcheck.Kindcheck;
import nl.kindcheck.demoepd.kindcheck.Postponement;
import nl.kindcheck.demoepd.kindcheck.Verdict;
import nl.kindcheck.demoepd.records.Encounters;
import nl.kindcheck.demoepd.service.Reply;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes an encounter, after asking Kindcheck's gate. Only a gate that was reached and says so
 * keeps it open: without an answer the encounter closes with a warning, for Kindcheck never blocks
 * care.
 */
@Component
class Closing {

  private final Kindcheck kindcheck;
  private final Encounters encounters;

  Closing(Kindcheck kindcheck, Encounters encounters) {
    this.kindcheck = kindcheck;
    this.encounters = encounters;
  }

  /** How an attempt to close ended. */
  sealed interface Outcome {

    /** Closed. The key says what more there is to say. */
    record Closed(String key) implements Outcome {}

    /** Still open: the gate holds it, or asks for a reason first. */
    record Held(Verdict verdict) implements Outcome {}

    /** Still open: the service did not take the postponement. */
    record NotPostponed(String message) implements Outcome {}
  }

  /** What the gate says now, without closing anything. */
  Reply<Verdict> ask(Encounter encounter, Locale locale) {
    return kindcheck.gate(encounter, null, locale);
  }

  /**
   * Asks the gate and closes where it allows.
   *
   * @param sure the user was asked for a reason and closes without one
   */
  Outcome close(
      Encounter encounter, @Nullable Postponement postponement, boolean sure, Locale locale) {
    Reply<Verdict> gate = kindcheck.gate(encounter, postponement, locale);
    if (gate instanceof Reply.Answered<Verdict> answer) {
      return decide(encounter, answer.value(), postponement != null || sure);
    }
    if (postponement != null && gate instanceof Reply.Refused<Verdict> refused) {
      return new Outcome.NotPostponed(refused.message());
    }
    encounters.finish(encounter);
    return new Outcome.Closed("closing.unknown");
  }

  private Outcome decide(Encounter encounter, Verdict verdict, boolean considered) {
    if (!verdict.allowed() || (verdict.asksReason() && !considered)) {
      return new Outcome.Held(verdict);
    }
    encounters.finish(encounter);
    return new Outcome.Closed(verdict.reminds() ? "closing.reminded" : "closing.done");
  }
}
