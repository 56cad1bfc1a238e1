package nl.kindcheck.demoepd.ward;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.demoepd.kindcheck.Postponement;

/** What the user filled in to put a Kindcheck off; kept as typed, so that nothing is lost. */
record PostponeForm(String reason, String until) {

  static final PostponeForm EMPTY = new PostponeForm("", "");

  /** A field that needs another answer, and the key of the text that says which. */
  record Fault(String field, String key) {}

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (reason.isBlank()) {
      faults.add(new Fault("reason", "postpone.fault.reason"));
    }
    try {
      LocalDate.parse(until.strip());
    } catch (DateTimeException e) {
      faults.add(new Fault("until", "postpone.fault.until"));
    }
    return faults;
  }

  /** Only where there are no faults. */
  Postponement postponement() {
    return new Postponement(reason.strip(), LocalDate.parse(until.strip()));
  }
}
