package nl.kindcheck.service.launch;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import nl.kindcheck.service.epd.EpdReading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the EPD, at the launch, how the patient is called. */
@Component
class PatientNames {

  private static final Logger log = LoggerFactory.getLogger(PatientNames.class);

  /** A clinician waits for it; without it the pages show the patient's number. */
  private static final Duration LONGEST = Duration.ofMillis(1_500);

  private final EpdReading epd;

  PatientNames(EpdReading epd) {
    this.epd = epd;
  }

  /** Null where the EPD does not say, may not, or not in time. */
  @Nullable OpenedFor of(LaunchContext launch, @Nullable EpdToken token) {
    if (token == null) {
      return null;
    }
    try {
      return epd.read(launch.epd(), launch.patient(), token.value(), LONGEST)
          .thenApply(patient -> OpenedFor.of(patient).orElse(null))
          .join();
    } catch (CompletionException e) {
      // The kind of what went wrong: a message may hold more.
      String kind = e.getCause() instanceof EpdReading.Unavailable u ? u.getMessage() : "fault";
      log.warn("The EPD did not say whose record is open: {}", kind);
      return null;
    }
  }
}
