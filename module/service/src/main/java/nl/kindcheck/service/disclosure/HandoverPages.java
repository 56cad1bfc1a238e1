package nl.kindcheck.service.disclosure;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.ChildPart;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.fhir.Exports;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.overview.ClaimWords;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What is given out of the record of a launch: to the patient, or one child's part. To whom is
 * written down first; and a request that it be destroyed is taken here.
 */
@Controller
class HandoverPages {

  private static final String PAGE = "/app/disclosure";

  private final CurrentLaunch launches;
  private final TenantSql sql;
  private final FamilyRecord record;
  private final HandedOut handedOut;
  private final Destructions destructions;
  private final ClaimWords words;
  private final DomainClock clock;
  private final FhirContext fhir;

  HandoverPages(
      CurrentLaunch launches,
      TenantSql sql,
      FamilyRecord record,
      HandedOut handedOut,
      Destructions destructions,
      ClaimWords words,
      DomainClock clock,
      FhirContext fhir) {
    this.launches = launches;
    this.sql = sql;
    this.record = record;
    this.handedOut = handedOut;
    this.destructions = destructions;
    this.words = words;
    this.clock = clock;
    this.fhir = fhir;
  }

  /** One line of what is given. */
  public record Row(String on, String child, Statement statement, String said) {}

  @GetMapping(PAGE)
  ModelAndView show() {
    return page(null, HttpStatus.OK);
  }

  private ModelAndView page(@Nullable Refused refused, HttpStatus status) {
    LaunchContext at = launches.require();
    ModelAndView page = new ModelAndView("disclosure/handover");
    page.addObject("children", family(at).children());
    page.addObject("given", handedOut.of(at.tenant(), at.patient()));
    page.addObject("requests", destructions.of(at.tenant(), at.patient()));
    page.addObject("key", UUID.randomUUID());
    page.addObject("askers", List.of(Asker.PATIENT, Asker.CHILD, Asker.REPRESENTATIVE));
    page.addObject("fault", refused == null ? "" : refused.faults().get(0).code());
    page.setStatus(status);
    return page;
  }

  private Family family(LaunchContext at) {
    return sql.inTransaction(
        at.tenant(), () -> record.family(at.tenant(), FamilyId.of(at.tenant(), at.patient())));
  }

  /**
   * Writes down to whom it is given, and shows it.
   *
   * @param child whose part; blank for the patient's export
   */
  @PostMapping(PAGE + "/hand")
  ModelAndView hand(
      @RequestParam UUID key, @RequestParam String child, @RequestParam String recipient) {
    LaunchContext at = launches.require();
    ChildId whose = child.isBlank() ? null : child(at, child);
    HandedOut.What what = whose == null ? HandedOut.What.PATIENT_EXPORT : HandedOut.What.CHILD_PART;
    try {
      handedOut.record(at.tenant(), at.patient(), key, what, whose, recipient, at.user());
    } catch (Refused refused) {
      return page(refused, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return to(PAGE + "/handed/" + key);
  }

  private ChildId child(LaunchContext at, String id) {
    return family(at).children().stream()
        .map(Child::id)
        .filter(child -> child.toString().equals(id))
        .findFirst()
        .orElseThrow(HandoverPages::notFound);
  }

  private static Refused notFound() {
    return new Refused(HttpStatus.NOT_FOUND, "not-found", null);
  }

  private static ModelAndView to(String path) {
    RedirectView view = new RedirectView(path, true);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(view);
  }

  private HandedOut.Given given(LaunchContext at, UUID id) {
    return handedOut.of(at.tenant(), at.patient()).stream()
        .filter(given -> given.id().equals(id))
        .filter(given -> given.what() != HandedOut.What.LETTER)
        .findFirst()
        .orElseThrow(HandoverPages::notFound);
  }

  @GetMapping(PAGE + "/handed/{id}")
  ModelAndView handed(@PathVariable("id") UUID id) {
    LaunchContext at = launches.require();
    HandedOut.Given given = given(at, id);
    Family family = family(at);
    ChildId child = given.child();
    List<Statement> statements =
        child == null ? Shielding.open(family).statements() : ChildPart.of(family, child);
    ModelAndView page = new ModelAndView("disclosure/handed");
    page.addObject("given", given);
    page.addObject("rows", rows(family, statements));
    return page;
  }

  private List<Row> rows(Family family, List<Statement> statements) {
    List<Row> rows = new ArrayList<>();
    Family named = Family.of(statements);
    for (Statement s : statements) {
      String child =
          s.claim() instanceof Claim.AboutChild about
              ? named.child(about.child()).flatMap(Child::label).orElse("")
              : "";
      rows.add(new Row(s.observedAt().toString(), child, s, said(s.claim())));
    }
    rows.sort(Comparator.comparing(Row::child).thenComparing(Row::on));
    return family.children().isEmpty() && rows.isEmpty() ? List.of() : rows;
  }

  private String said(Claim claim) {
    if (claim instanceof Claim.ParentSaid parent) {
      return parent.words();
    }
    return claim instanceof Claim.CarerNamed carer ? carer.label() : words.of(claim);
  }

  @GetMapping(PAGE + "/handed/{id}/bundle")
  ResponseEntity<String> bundle(@PathVariable("id") UUID id) {
    LaunchContext at = launches.require();
    HandedOut.Given given = given(at, id);
    Family family = family(at);
    ChildId child = given.child();
    Optional<Bundle> bundle =
        child == null
            ? Optional.of(Exports.forPatient(family, at.patient(), clock.now()))
            : Exports.forChild(family, child, clock.now());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/fhir+json;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=\"kindcheck.json\"")
        .body(
            fhir.newJsonParser()
                .encodeResourceToString(bundle.orElseThrow(HandoverPages::notFound)));
  }

  /** Takes a request that the record, or one child's part of it, is destroyed. */
  @PostMapping(PAGE + "/ask")
  ModelAndView ask(
      @RequestParam UUID key,
      @RequestParam String child,
      @RequestParam(defaultValue = "") String asker,
      @RequestParam(defaultValue = "") String words) {
    LaunchContext at = launches.require();
    try {
      Asker who =
          Coded.find(Asker.class, asker)
              .filter(a -> a != Asker.RETENTION)
              .orElseThrow(
                  () ->
                      new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.asker", "asker"));
      destructions.ask(
          at.tenant(),
          new Destructions.Asked(
              key, at.patient(), child.isBlank() ? null : child(at, child), who, words, at.user()));
    } catch (Refused refused) {
      if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
        throw refused;
      }
      return page(refused, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return to(PAGE);
  }
}
