package nl.kindcheck.demoepd.ward;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import nl.kindcheck.demoepd.smart.LaunchDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Kindcheck in the record: a page with a frame, and the launch that opens the app in it. */
@Controller
class KindcheckController {

  private static final String OF_PATIENT = "/patients/{patient}/kindcheck";
  private static final String OF_ENCOUNTER = "/patients/{patient}/encounters/{encounter}/kindcheck";

  private final Charts charts;
  private final LaunchDesk desk;

  KindcheckController(Charts charts, LaunchDesk desk) {
    this.charts = charts;
    this.desk = desk;
  }

  @GetMapping({OF_PATIENT, OF_ENCOUNTER})
  String show(
      @PathVariable String patient,
      @PathVariable(required = false) @Nullable String encounter,
      Model model) {
    model.addAttribute("patient", charts.patient(patient));
    model.addAttribute("back", "/patients/" + patient + suffix(patient, encounter));
    return "kindcheck";
  }

  /** Each opening has a launch value of its own, also the second one of the same page. */
  @GetMapping({OF_PATIENT + "/start", OF_ENCOUNTER + "/start"})
  void start(
      @PathVariable String patient,
      @PathVariable(required = false) @Nullable String encounter,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    // Another site could open a record of its choice before the clinician's eyes.
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String id = charts.patient(patient).id();
    suffix(patient, encounter);
    response.sendRedirect(desk.open(id, encounter, locale).toString());
  }

  private String suffix(String patient, @Nullable String encounter) {
    return encounter == null
        ? ""
        : "/encounters/" + charts.encounter(patient, encounter).getIdPart();
  }
}
