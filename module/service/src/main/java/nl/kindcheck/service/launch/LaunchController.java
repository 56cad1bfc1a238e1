package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.Organisations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/** SMART App Launch 2.2, EHR launch: where an EPD opens us, and where it sends the browser back. */
@Controller
class LaunchController {

  private static final Logger log = LoggerFactory.getLogger(LaunchController.class);

  /** Where the pages begin. Nothing of anybody stands in it. */
  private static final String PAGES = "/app";

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Opening opening;
  private final Sessions sessions;
  private final Organisations organisations;
  private final Cookies cookies;
  private final LaunchPages pages;
  private final PatientNames names;

  LaunchController(
      Opening opening,
      Sessions sessions,
      Organisations organisations,
      Cookies cookies,
      LaunchPages pages,
      PatientNames names) {
    this.opening = opening;
    this.sessions = sessions;
    this.organisations = organisations;
    this.cookies = cookies;
    this.pages = pages;
    this.names = names;
  }

  @GetMapping("/launch")
  void launch(HttpServletRequest request, HttpServletResponse response)
      throws IOException, NotLaunched {
    // One secret for all launches under way in a browser, so that two tabs do not hinder each
    // other.
    String held = cookies.launch(request);
    String browser = held != null && SECRET.matcher(held).matches() ? held : Secrets.random();
    String to =
        opening
            .begin(
                one(request, "iss"), one(request, "launch"), browser, LaunchPages.language(request))
            .toString();
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.launch(browser));
    redirect(response, to);
  }

  @GetMapping(Opening.CALLBACK)
  void callback(HttpServletRequest request, HttpServletResponse response)
      throws IOException, NotLaunched {
    Opening.Opened opened =
        opening.finish(
            one(request, "state"),
            one(request, "code"),
            one(request, "iss"),
            cookies.launch(request));
    // The cookie of an earlier session is overwritten: nobody could use that session any more.
    Key.parse(cookies.session(request), organisations).ifPresent(sessions::end);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookies.session(
            sessions.begin(
                opened.launch(), opened.token(), names.of(opened.launch(), opened.token()))));
    redirect(response, PAGES);
  }

  @GetMapping("/launch/ended")
  void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
    pages.write(request, response, LaunchPage.ENDED);
  }

  @ExceptionHandler(NotLaunched.class)
  void notLaunched(NotLaunched fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    log.warn("A launch came to nothing: {}", fault.getMessage());
    pages.write(request, response, fault.page());
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  void away(RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    log.error("The database did not answer a launch", Traces.withoutMessages(fault));
    pages.write(request, response, LaunchPage.BUSY);
  }

  private static void redirect(HttpServletResponse response, String to) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, to);
  }

  /** A parameter that stands there once: of two, one server takes the first, another the last. */
  private static @Nullable String one(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values != null && values.length == 1 ? values[0] : null;
  }
}
