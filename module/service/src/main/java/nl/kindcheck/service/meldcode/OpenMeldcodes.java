package nl.kindcheck.service.meldcode;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.tenancy.OneTrip;

/** Which Meldcode records of a patient are open, for a page that a parent may see too. */
public final class OpenMeldcodes {

  private OpenMeldcodes() {}

  /** One that is open. */
  public record Open(String id, LocalDate since) {}

  /**
   * Those that are open and not shielded.
   *
   * @return which they are, once the trip was made
   */
  public static Supplier<List<Open>> notShielded(OneTrip trip, LaunchContext launch) {
    OneTrip.Part<List<MeldcodeRecord>> all =
        MeldcodeRows.of(trip, launch.tenant(), FamilyId.of(launch.tenant(), launch.patient()));
    return () ->
        all.result().stream()
            .filter(record -> !record.isClosed() && !record.isShielded())
            .map(record -> new Open(record.id().toString(), EntryViews.day(record.opening().at())))
            .toList();
  }
}
