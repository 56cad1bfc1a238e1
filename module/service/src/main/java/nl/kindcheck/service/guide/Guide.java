package nl.kindcheck.service.guide;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.platform.DomainClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The guide for whoever is at work now. Templates reach it as {@code @guide}; the fragment {@code
 * guide/beside} shows it beside a form.
 */
@Component("guide")
public class Guide {

  private final GuideLibrary library;
  private final CurrentLaunch launch;
  private final DomainClock clock;

  Guide(GuideLibrary library, CurrentLaunch launch, DomainClock clock) {
    this.library = library;
    this.launch = launch;
    this.clock = clock;
  }

  /** Every topic, in the order of the guide. */
  public List<GuideText> all() {
    return library.all(launch.require().tenant(), locale());
  }

  /**
   * Some topics, in the order in which they were asked for; a name that is none is left out.
   *
   * @param names with commas between them, as in {@code opening,why}
   */
  public List<GuideText> topics(String names) {
    return Arrays.stream(names.split(",")).map(this::topic).filter(Objects::nonNull).toList();
  }

  /** One topic; null where there is no such topic. */
  public @Nullable GuideText topic(String name) {
    return library.byName(launch.require().tenant(), name.strip(), locale());
  }

  public LocalDate today() {
    return clock.today();
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
