package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.kindcheck.service.epd.EpdConnections;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page of a session may load and who may frame it: our own files, and the EPD that launched
 * it. No script, style or address of anybody else, so that a text that slips through every escape
 * finds nothing to run and nowhere to go.
 */
final class PageHeaders implements HeaderWriter {

  private static final String NAME = "Content-Security-Policy";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  private final EpdConnections connections;

  PageHeaders(EpdConnections connections) {
    this.connections = connections;
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(NAME)) {
      List<String> frames =
          CurrentLaunch.find(request)
              .flatMap(launch -> connections.byFhirServer(launch.epd().toString()))
              .map(EpdConnections.Connection::frameAncestors)
              .orElse(List.of());
      response.setHeader(NAME, frames.isEmpty() ? POLICY : POLICY + " " + String.join(" ", frames));
    }
  }
}
