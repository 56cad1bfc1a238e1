package nl.kindcheck.service.units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The units over HTTP. What a list would change is asked first; its ETag is what a change names, so
 * that nothing is done that was not seen. Needs the role and a scope on the organisation itself.
 */
@RestController
@RequestMapping(path = "/units", produces = MediaType.APPLICATION_JSON_VALUE)
class UnitsApi {

  private static final String TYPE = "Organization";

  private final Units units;
  private final UnitsInEpd epd;
  private final CurrentAccess access;
  private final CurrentActor actor;

  UnitsApi(Units units, UnitsInEpd epd, CurrentAccess access, CurrentActor actor) {
    this.units = units;
    this.epd = epd;
    this.access = access;
    this.actor = actor;
  }

  @GetMapping
  Map<String, Object> all() {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    Map<String, Object> all = new LinkedHashMap<>();
    for (Unit.Source source : Unit.Source.values()) {
      all.put(source.code(), List.copyOf(units.all(tenant, source).values()));
    }
    return all;
  }

  private static ResponseEntity<UnitChanges> answered(UnitChanges changes) {
    return ResponseEntity.ok()
        .eTag("\"" + changes.key() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(changes);
  }

  private static String key(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new Refused(HttpStatus.PRECONDITION_REQUIRED, "units.if-match", null);
    }
    return ifMatch.replace("\"", "");
  }

  @PostMapping("/csv/preview")
  ResponseEntity<UnitChanges> previewCsv(@RequestBody byte[] file) {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    return answered(units.preview(tenant, Unit.Source.CSV, UnitCsv.read(file)));
  }

  @PutMapping("/csv")
  UnitChanges applyCsv(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody byte[] file) {
    TenantId tenant = access.require(Interaction.UPDATE, TYPE);
    List<Unit> told = UnitCsv.read(file);
    return units.apply(tenant, Unit.Source.CSV, told, key(ifMatch), actor.require());
  }

  @PostMapping("/epd/preview")
  ResponseEntity<UnitChanges> previewEpd() {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    return answered(units.preview(tenant, Unit.Source.EPD, epd.read(tenant)));
  }

  @PutMapping("/epd")
  UnitChanges applyEpd(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    TenantId tenant = access.require(Interaction.UPDATE, TYPE);
    String key = key(ifMatch);
    return units.apply(tenant, Unit.Source.EPD, epd.read(tenant), key, actor.require());
  }
}
