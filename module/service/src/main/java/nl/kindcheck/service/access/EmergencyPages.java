package nl.kindcheck.service.access;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.office.CurrentOffice;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a privacy officer reads of access in emergencies and says what they found of it. */
@Controller
class EmergencyPages {

  static final String PATH = "/office/emergency";

  private static final int LONGEST = 1_000;
  private static final int LAST_PAGE = 10_000;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm");

  private final CurrentOffice office;
  private final EmergencyList list;

  EmergencyPages(CurrentOffice office, EmergencyList list) {
    this.office = office;
    this.list = list;
  }

  @GetMapping(PATH)
  ModelAndView show(@RequestParam(defaultValue = "1") int page) {
    return page(HttpStatus.OK, page, null, "", List.of());
  }

  @PostMapping(PATH)
  ModelAndView review(
      @RequestParam UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String remark) {
    String said = remark.strip();
    Optional<ReviewOutcome> found = Coded.find(ReviewOutcome.class, outcome);
    List<FieldFault> faults = faults(found, said);
    if (found.isEmpty() || !faults.isEmpty()) {
      return page(HttpStatus.UNPROCESSABLE_CONTENT, page, id, said, faults);
    }
    if (!list.review(office.require(), id, found.get(), said)) {
      throw new Refused(HttpStatus.NOT_FOUND, "page.not-found", null);
    }
    RedirectView to = new RedirectView(PATH, true);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    to.setExposeModelAttributes(false);
    return new ModelAndView(to);
  }

  private static List<FieldFault> faults(Optional<ReviewOutcome> found, String remark) {
    List<FieldFault> faults = new ArrayList<>();
    if (found.isEmpty()) {
      faults.add(new FieldFault("outcome", "review.fault.outcome"));
    }
    if (remark.length() > LONGEST) {
      faults.add(new FieldFault("remark", "emergency.fault.too-long"));
    } else if (Bsn.hiddenIn(remark)) {
      faults.add(new FieldFault("remark", "emergency.fault.bsn"));
    } else if (found.isPresent() && found.get() != ReviewOutcome.JUSTIFIED && remark.isBlank()) {
      faults.add(new FieldFault("remark", "review.fault.remark"));
    }
    return faults;
  }

  /**
   * The page.
   *
   * @param at the access whose review had a fault; null for none
   */
  private ModelAndView page(
      HttpStatus status, int asked, @Nullable UUID at, String remark, List<FieldFault> faults) {
    int number = Math.max(1, Math.min(asked, LAST_PAGE));
    List<EmergencyList.Access> found = list.page(office.require().tenant(), number);
    if (at != null && found.stream().noneMatch(access -> access.id().equals(at))) {
      throw new Refused(HttpStatus.NOT_FOUND, "page.not-found", null);
    }
    ModelAndView page = new ModelAndView("access/emergencies", status);
    page.addObject("accesses", found.stream().limit(EmergencyList.PAGE).toList());
    page.addObject("number", number);
    page.addObject("more", found.size() > EmergencyList.PAGE);
    page.addObject("outcomes", ReviewOutcome.values());
    page.addObject("at", at);
    page.addObject("remark", remark);
    page.addObject("faults", faults);
    page.addObject("moments", new Moments());
    return page;
  }

  /** Writes a moment as people read it. */
  static final class Moments {
    public String of(Instant moment) {
      return LocalDateTime.ofInstant(moment, DomainClock.ZONE).format(MOMENT);
    }
  }
}
