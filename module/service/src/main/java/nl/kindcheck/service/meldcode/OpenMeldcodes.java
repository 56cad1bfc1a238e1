package nl.kindcheck.service.meldcode;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.service.launch.LaunchContext;
import org.springframework.stereotype.Component;

/** Which Meldcode records of a patient are open, for a page that a parent may see too. */
@Component
public class OpenMeldcodes {

  private final Meldcodes meldcodes;

  OpenMeldcodes(Meldcodes meldcodes) {
    this.meldcodes = meldcodes;
  }

  /** One that is open. */
  public record Open(String id, LocalDate since) {}

  /** Those that are open and not shielded. */
  public List<Open> notShielded(LaunchContext launch) {
    return meldcodes.all(launch).stream()
        .filter(record -> !record.isClosed() && !record.isShielded())
        .map(record -> new Open(record.id().toString(), EntryViews.day(record.opening().at())))
        .toList();
  }
}
