package nl.kindcheck.demoepd.ward;

import java.util.Locale;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.hooks.Advice;
import nl.kindcheck.demoepd.hooks.Hooks;
import nl.kindcheck.demoepd.kindcheck.ExampleConversation;
import org.hl7.fhir.r4.model.Encounter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The page of one encounter, and the Kindcheck that could be posted for it. A hook {@code
 * encounter-start} belongs to the start alone; continuing calls {@code patient-view}.
 */
@Controller
@RequestMapping("/patients/{patient}/encounters/{encounter}")
class EncounterController {

  private final Charts charts;
  private final Hooks hooks;
  private final StatusPanel status;
  private final ExampleConversation example;
  private final DemoClock clock;

  EncounterController(
      Charts charts,
      Hooks hooks,
      StatusPanel status,
      ExampleConversation example,
      DemoClock clock) {
    this.charts = charts;
    this.hooks = hooks;
    this.status = status;
    this.example = example;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @PathVariable String patient, @PathVariable String encounter, Model model, Locale locale) {
    add(patient, encounter, model);
    if (!model.containsAttribute(Advice.NAME)) {
      model.addAttribute(Advice.NAME, hooks.patientView(patient, encounter, locale));
    }
    status.addTo(model, patient, locale);
    return "encounter";
  }

  @GetMapping("/example")
  String example(@PathVariable String patient, @PathVariable String encounter, Model model) {
    Encounter found = add(patient, encounter, model);
    model.addAttribute("json", json(found));
    String address = ServletUriComponentsBuilder.fromCurrentRequestUri().build() + ".json";
    model.addAttribute("command", example.command(address));
    return "example";
  }

  @GetMapping("/example.json")
  ResponseEntity<String> exampleJson(@PathVariable String patient, @PathVariable String encounter) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json(charts.encounter(patient, encounter)));
  }

  private Encounter add(String patient, String encounter, Model model) {
    Encounter found = charts.encounter(patient, encounter);
    model.addAttribute("patient", charts.patient(patient));
    model.addAttribute("encounter", EncounterView.of(found));
    return found;
  }

  private String json(Encounter encounter) {
    return example.json(encounter, clock.today(), DemoClock.ZONE);
  }
}
