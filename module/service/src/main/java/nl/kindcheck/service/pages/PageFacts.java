package nl.kindcheck.service.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.OpenedFor;
import nl.kindcheck.service.pages.LanguageController.OwnPath;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.PageRequests;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the frame around a page needs to know. */
@Component("pageFacts")
public class PageFacts {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final CurrentLaunch launch;
  private final HttpServletRequest request;
  private final Texts texts;

  PageFacts(CurrentLaunch launch, HttpServletRequest request, Texts texts) {
    this.launch = launch;
    this.request = request;
    this.texts = texts;
  }

  /** Whether there is a launch; without one, the parts of Kindcheck cannot be opened. */
  public boolean launched() {
    try {
      launch.require();
      return true;
    } catch (Refused nobodyLaunched) {
      return false;
    }
  }

  /** Whether this is a page of people who signed in without a launch. */
  public boolean inOffice() {
    return PageRequests.isOffice(path());
  }

  /** Whose record is open: name and birth date, or the number that the EPD has for the patient. */
  public String patient() {
    Locale locale = RequestContextUtils.getLocale(request);
    return launch
        .openedFor()
        .map(who -> named(who, locale))
        .orElseGet(
            () -> {
              String number = launch.require().patient().replaceFirst("^Patient/", "");
              return texts.of("pages.patient.number", Map.of("number", number), locale);
            });
  }

  /** Until when the record is open in an emergency, as the clock shows it; null where it is not. */
  public @Nullable String emergencyUntil() {
    Instant until = launched() ? launch.require().entry().until() : null;
    return until == null ? null : LocalTime.ofInstant(until, DomainClock.ZONE).format(CLOCK);
  }

  /**
   * Why the record is open without a launch from the EPD, in words; null where the EPD opened it.
   */
  public @Nullable String because() {
    Reason because = launched() ? launch.require().entry().because() : null;
    return because == null
        ? null
        : texts.of(because.rule(), because.facts(), RequestContextUtils.getLocale(request));
  }

  private String named(OpenedFor who, Locale locale) {
    LocalDate born = who.born();
    return born == null
        ? who.name()
        : texts.of(
            "pages.patient.named", Map.of("name", who.name(), "born", born.toString()), locale);
  }

  /** The page to come back to after the language was changed. */
  public String here() {
    String query = request.getQueryString();
    return OwnPath.orOverview(query == null ? path() : path() + "?" + query);
  }

  /** As it was asked for, also where it failed. */
  private String path() {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }
}
