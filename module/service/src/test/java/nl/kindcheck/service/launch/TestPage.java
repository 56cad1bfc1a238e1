package nl.kindcheck.service.launch;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A page of the tests that says what it knows of its session. */
@RestController
class TestPage {

  private final CurrentLaunch launch;
  private final LaunchedEpd epd;

  TestPage(CurrentLaunch launch, LaunchedEpd epd) {
    this.launch = launch;
    this.epd = epd;
  }

  /** How it stands with a type of resource, or what the EPD says at a path. */
  @GetMapping("/app/test-page/epd")
  String epd(@RequestParam @Nullable String type, @RequestParam @Nullable String path) {
    try {
      return path == null
          ? epd.standing(String.valueOf(type)).name()
          : epd.read(path, Duration.ofSeconds(5)).join().toString();
    } catch (CompletionException e) {
      return e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
    }
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
