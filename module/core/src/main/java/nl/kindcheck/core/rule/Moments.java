package nl.kindcheck.core.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.policy.Code;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.MomentMapping;
import nl.kindcheck.core.policy.Policy;

/**
 * Maps an encounter to its moment. What did not take place counts for nothing; else the first line
 * of the policy that fits decides; where none fits the encounter is unmapped: asked, and never
 * held. Source: F2 (systematic, at every intake).
 */
public final class Moments {

  private static final String SOURCE = "F2";

  /** Statuses of encounters that count for nothing, in R4, STU3 and the words some EPDs use. */
  private static final Set<String> DID_NOT_HAPPEN =
      Set.of("cancelled", "entered-in-error", "noshow", "no-show");

  private Moments() {}

  public static Decision<Moment> of(EncounterFacts encounter, Policy policy) {
    if (DID_NOT_HAPPEN.contains(encounter.status())) {
      return Decision.of(
          Moment.NONE,
          new Reason(
              "moment.did-not-happen",
              Map.of("status", encounter.status()),
              SOURCE,
              policy.version()));
    }
    for (MomentMapping line : policy.moments()) {
      if (fits(line, encounter)) {
        return Decision.of(line.moment(), mapped(line, policy));
      }
    }
    return Decision.of(
        Moment.UNMAPPED, new Reason("moment.unmapped", Map.of(), SOURCE, policy.version()));
  }

  private static boolean fits(MomentMapping line, EncounterFacts encounter) {
    return switch (line.element()) {
      case CLASS -> encounter.type() != null && covers(line, List.of(encounter.type()));
      case TYPE -> covers(line, encounter.types());
      case SERVICE_TYPE -> covers(line, encounter.serviceTypes());
      case FIRST_OF_EPISODE -> encounter.place() == EncounterFacts.Place.FIRST;
    };
  }

  private static boolean covers(MomentMapping line, List<Code> codes) {
    Code wanted = line.code();
    return wanted != null && codes.stream().anyMatch(wanted::covers);
  }

  private static Reason mapped(MomentMapping line, Policy policy) {
    Map<String, String> facts =
        line.code() == null
            ? Map.of("element", line.element().code())
            : Map.of("element", line.element().code(), "code", line.code().code());
    return new Reason("moment.mapped", facts, SOURCE, policy.version());
  }
}
