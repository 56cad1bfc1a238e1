package nl.kindcheck.service.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.service.access.Emergencies.Opening;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.launch.ClinicianReference;
import nl.kindcheck.service.launch.Entry;
import nl.kindcheck.service.launch.OfficeEntrance;
import nl.kindcheck.service.office.CurrentOffice;
import nl.kindcheck.service.office.CurrentOffice.Person;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Opens a family's record for a clinician who signed in: by a care relation, else in an emergency.
 *
 * <p>The attack: somebody looks up whom they know. The rules: no relation, no record; an emergency
 * is reported; the answer says nothing of whether there is such a patient, and the patient stands
 * in no address.
 */
@Controller
class OpenPages {

  private static final Pattern PATIENT = Pattern.compile("(?:Patient/)?([A-Za-z0-9.-]{1,64})");

  private final CurrentOffice office;
  private final Relations relations;
  private final Emergencies emergencies;
  private final OfficeEntrance entrance;
  private final Policies policies;
  private final TenantSql sql;

  OpenPages(
      CurrentOffice office,
      Relations relations,
      Emergencies emergencies,
      OfficeEntrance entrance,
      Policies policies,
      TenantSql sql) {
    this.office = office;
    this.relations = relations;
    this.emergencies = emergencies;
    this.entrance = entrance;
    this.policies = policies;
    this.sql = sql;
  }

  @GetMapping("/office/open")
  ModelAndView ask() {
    return page(HttpStatus.OK, "", List.of());
  }

  @PostMapping(path = "/office/open", params = "!emergency")
  ModelAndView open(
      @RequestParam(defaultValue = "") String patient,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Doing.bySignedIn();
    Person person = office.require();
    String reference = reference(patient).orElse(null);
    if (reference == null) {
      return wrongPatient(patient);
    }
    Connection epd = epd(person);
    Decision<Boolean> relation = relations.decide(person, epd, reference);
    Reason because = relation.reasons().get(0);
    if (!relation.outcome()) {
      return emergency(HttpStatus.FORBIDDEN, reference, because, TypedReason.NOTHING, List.of());
    }
    Opening opening = opening(person, epd, reference, locale);
    Entry entry = Entry.byCareRelation(person.account(), because);
    sql.inTransaction(
            person.tenant(),
            () -> entrance.open(opening.launch(person.tenant(), entry), request, response))
        .run();
    return toTheRecord();
  }

  @PostMapping(path = "/office/open", params = "emergency")
  ModelAndView emergency(
      @RequestParam(defaultValue = "") String patient,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "") String reason,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Doing.bySignedIn();
    Doing.does(Deed.of(Event.EMERGENCY, "emergency-access", null));
    Person person = office.require();
    String reference = reference(patient).orElse(null);
    if (reference == null) {
      return wrongPatient(patient);
    }
    Connection epd = epd(person);
    TypedReason typed = new TypedReason(kind, reason);
    List<FieldFault> faults = typed.faults();
    if (!faults.isEmpty()) {
      return emergency(HttpStatus.UNPROCESSABLE_CONTENT, reference, null, typed, faults);
    }
    emergencies.take(person, opening(person, epd, reference, locale), typed, request, response);
    return toTheRecord();
  }

  private static Opening opening(Person person, Connection epd, String patient, Locale locale) {
    String user =
        ClinicianReference.of(person.fhirUser(), epd.fhirServer())
            .orElseGet(() -> byAccount(person.account()));
    return new Opening(patient, user, epd.fhirServer(), locale);
  }

  /** Who is nobody in the EPD signs what they write with their account: it names no one else. */
  private static String byAccount(String account) {
    return "urn:kindcheck:account:" + URLEncoder.encode(account, UTF_8);
  }

  private Connection epd(Person person) {
    return relations
        .epd(person.tenant())
        .orElseThrow(() -> new Refused(HttpStatus.SERVICE_UNAVAILABLE, "access.no-epd", null));
  }

  private static Optional<String> reference(String typed) {
    Matcher parts = PATIENT.matcher(typed.strip());
    return parts.matches() ? Optional.of("Patient/" + parts.group(1)) : Optional.empty();
  }

  private static ModelAndView toTheRecord() {
    RedirectView to = new RedirectView("/app", true);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    to.setExposeModelAttributes(false);
    return new ModelAndView(to);
  }

  private static ModelAndView wrongPatient(String typed) {
    return page(
        HttpStatus.UNPROCESSABLE_CONTENT,
        typed,
        List.of(new FieldFault("patient", "open.fault.patient")));
  }

  private static ModelAndView page(HttpStatus status, String typed, List<FieldFault> faults) {
    ModelAndView page = new ModelAndView("access/open", status);
    page.addObject("typed", typed.substring(0, Math.min(typed.length(), 100)));
    page.addObject("faults", faults);
    return page;
  }

  private ModelAndView emergency(
      HttpStatus status,
      String patient,
      @Nullable Reason because,
      TypedReason typed,
      List<FieldFault> faults) {
    ModelAndView page = new ModelAndView("access/emergency", status);
    page.addObject("patient", patient);
    page.addObject("because", because == null ? null : because.rule());
    page.addObject("facts", because == null ? new Object[0] : facts(because));
    page.addObject("typed", typed);
    page.addObject("kinds", EmergencyKind.values());
    page.addObject("faults", faults);
    page.addObject(
        "minutes", policies.today(office.require().tenant()).access().emergencyMinutes());
    return page;
  }

  /** Name and value by turns, as a page words them. */
  private static Object[] facts(Reason because) {
    List<Object> facts = new ArrayList<>();
    because
        .facts()
        .forEach(
            (name, value) -> {
              facts.add(name);
              facts.add(value);
            });
    return facts.toArray();
  }
}
