package nl.kindcheck.service.launch;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A page of the tests that says what it knows of its session. */
@RestController
class TestPage {

  private final CurrentLaunch launch;

  TestPage(CurrentLaunch launch) {
    this.launch = launch;
  }

  @GetMapping("/app/test-page")
  String show(Locale locale) {
    LaunchContext context = launch.require();
    return String.join(
        " ",
        context.tenant().toString(),
        context.user(),
        context.patient(),
        String.valueOf(context.encounter()),
        locale.getLanguage(),
        context.epd().toString());
  }

  @PostMapping("/app/test-page")
  String post() {
    return "saved for " + launch.require().patient();
  }
}
