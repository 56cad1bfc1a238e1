package nl.kindcheck.service.units;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The units for an administrator: what there is, what a list would change, and then the change. */
@Controller
class UnitPages {

  private static final String PAGE = "/office/units";

  private final Units units;
  private final UnitsInEpd epd;
  private final Texts texts;
  private final CurrentAccess access;
  private final CurrentActor actor;

  UnitPages(Units units, UnitsInEpd epd, Texts texts, CurrentAccess access, CurrentActor actor) {
    this.units = units;
    this.epd = epd;
    this.texts = texts;
    this.access = access;
    this.actor = actor;
  }

  /** A unit in words. */
  public record Row(
      String code,
      String name,
      String kind,
      @Nullable String partOf,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  private List<Row> rows(Iterable<Unit> all, Locale locale) {
    List<Row> rows = new ArrayList<>();
    for (Unit u : all) {
      String kind = texts.of("units.kind." + u.kind().code(), locale);
      rows.add(new Row(u.code(), u.name(), kind, u.partOf(), u.from(), u.until()));
    }
    return rows;
  }

  @GetMapping(PAGE)
  ModelAndView all(Locale locale) {
    return list("", List.of(), locale);
  }

  private ModelAndView list(String csv, List<String> errors, Locale locale) {
    TenantId tenant = access.organisation();
    ModelAndView page = new ModelAndView("units/list");
    page.addObject("csv", csv);
    page.addObject("errors", errors);
    page.addObject("ofCsv", rows(units.all(tenant, Unit.Source.CSV).values(), locale));
    page.addObject("ofEpd", rows(units.all(tenant, Unit.Source.EPD).values(), locale));
    return page;
  }

  private ModelAndView again(String csv, Refused refused, Locale locale) {
    List<String> errors =
        refused.faults().stream()
            .map(fault -> texts.of("error." + fault.code(), fault.facts(), locale))
            .toList();
    ModelAndView page = list(csv, errors, locale);
    page.setStatus(refused.status());
    return page;
  }

  private ModelAndView preview(UnitChanges changes, String source, String csv, Locale locale) {
    ModelAndView page = new ModelAndView("units/preview");
    page.addObject("source", source);
    page.addObject("csv", csv);
    page.addObject("key", changes.key());
    page.addObject("nothing", changes.isNothing());
    page.addObject("same", changes.same());
    page.addObject("added", rows(changes.added(), locale));
    page.addObject("changed", rows(changes.changed(), locale));
    page.addObject("ended", rows(changes.ended(), locale));
    return page;
  }

  private static ModelAndView back() {
    RedirectView to = new RedirectView(PAGE);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(to);
  }

  @PostMapping(PAGE + "/csv/preview")
  ModelAndView previewCsv(@RequestParam(defaultValue = "") String csv, Locale locale) {
    try {
      List<Unit> told = UnitCsv.read(csv.getBytes(UTF_8));
      UnitChanges changes = units.preview(access.organisation(), Unit.Source.CSV, told);
      return preview(changes, "csv", csv, locale);
    } catch (Refused refused) {
      return again(csv, refused, locale);
    }
  }

  @PostMapping(PAGE + "/csv")
  ModelAndView applyCsv(
      @RequestParam(defaultValue = "") String csv,
      @RequestParam(defaultValue = "") String key,
      Locale locale) {
    try {
      List<Unit> told = UnitCsv.read(csv.getBytes(UTF_8));
      units.apply(access.organisation(), Unit.Source.CSV, told, key, actor.require());
      return back();
    } catch (Refused refused) {
      return again(csv, refused, locale);
    }
  }

  @PostMapping(PAGE + "/epd/preview")
  ModelAndView previewEpd(Locale locale) {
    TenantId tenant = access.organisation();
    try {
      return preview(units.preview(tenant, Unit.Source.EPD, epd.read(tenant)), "epd", "", locale);
    } catch (Refused refused) {
      return again("", refused, locale);
    }
  }

  @PostMapping(PAGE + "/epd")
  ModelAndView applyEpd(@RequestParam(defaultValue = "") String key, Locale locale) {
    TenantId tenant = access.organisation();
    try {
      units.apply(tenant, Unit.Source.EPD, epd.read(tenant), key, actor.require());
      return back();
    } catch (Refused refused) {
      return again("", refused, locale);
    }
  }
}
