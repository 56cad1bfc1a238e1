package nl.kindcheck.service.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Bsn;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody needs access in an emergency, as they typed it.
 *
 * @param kind the code of an {@link EmergencyKind}; null where none was chosen
 */
record TypedReason(@Nullable String kind, String reason) {

  static final TypedReason NOTHING = new TypedReason(null, "");

  /** Shorter ones say nothing to whoever reviews them. */
  private static final int FEWEST_WORDS = 3;

  private static final int FEWEST_LETTERS = 10;
  private static final int LONGEST = 1_000;
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  TypedReason {
    reason = reason.strip();
  }

  Optional<EmergencyKind> kindOf() {
    return Coded.find(EmergencyKind.class, kind == null ? "" : kind);
  }

  /** Every fault at once; none where it can be stored. */
  List<FieldFault> faults() {
    List<FieldFault> faults = new ArrayList<>();
    if (kindOf().isEmpty()) {
      faults.add(new FieldFault("kind", "emergency.fault.kind"));
    }
    if (WORD.matcher(reason).results().count() < FEWEST_WORDS || reason.length() < FEWEST_LETTERS) {
      faults.add(new FieldFault("reason", "emergency.fault.too-short"));
    } else if (reason.length() > LONGEST) {
      faults.add(new FieldFault("reason", "emergency.fault.too-long"));
    } else if (Bsn.hiddenIn(reason)) {
      faults.add(new FieldFault("reason", "emergency.fault.bsn"));
    }
    return faults;
  }
}
