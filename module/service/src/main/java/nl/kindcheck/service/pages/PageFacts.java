package nl.kindcheck.service.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.pages.LanguageController.OwnPath;
import nl.kindcheck.service.platform.Refused;
import org.springframework.stereotype.Component;

/** What the frame around a page needs to know. */
@Component("pageFacts")
public class PageFacts {

  private final CurrentLaunch launch;
  private final HttpServletRequest request;

  PageFacts(CurrentLaunch launch, HttpServletRequest request) {
    this.launch = launch;
    this.request = request;
  }

  /** Whether there is a launch; without one, the parts of Kindcheck cannot be opened. */
  public boolean launched() {
    try {
      launch.require();
      return true;
    } catch (Refused nobodyLaunched) {
      return false;
    }
  }

  /** The page to come back to after the language was changed. */
  public String here() {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String query = request.getQueryString();
    String path = failed == null ? request.getRequestURI() : failed.toString();
    return OwnPath.orOverview(query == null ? path : path + "?" + query);
  }
}
