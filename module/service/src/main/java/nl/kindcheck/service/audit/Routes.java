package nl.kindcheck.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What each page does, as the log names it: a table, so that a page without a row has no name under
 * which it could show anybody's data.
 */
@Component
class Routes {

  private static final String TABLE = "audit/routes.csv";
  private static final String IDS = "id|child|consent|task";

  private final List<Route> mostSpecificFirst;

  /** One row. */
  record Route(String method, PathPattern pattern, Event event, String object) {

    Deed deed(PathContainer path) {
      PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
      return Deed.of(event, object, match == null ? null : id(match));
    }

    private static @Nullable String id(PathPattern.PathMatchInfo match) {
      return match.getUriVariables().entrySet().stream()
          .filter(variable -> variable.getKey().matches(IDS))
          .map(java.util.Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }
  }

  Routes() {
    mostSpecificFirst =
        read().stream()
            .sorted(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
  }

  private static List<Route> read() {
    List<Route> routes = new ArrayList<>();
    try {
      String table = new ClassPathResource(TABLE).getContentAsString(UTF_8);
      for (String row : table.lines().skip(1).filter(line -> !line.isBlank()).toList()) {
        String[] cells = row.split(",", -1);
        routes.add(
            new Route(
                cells[0],
                PathPatternParser.defaultInstance.parse(cells[1]),
                Coded.find(Event.class, cells[2])
                    .orElseThrow(() -> new IllegalStateException(TABLE + ": " + row)),
                cells[3]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return routes;
  }

  Optional<Deed> find(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    String known = method.equals("HEAD") ? "GET" : method;
    return mostSpecificFirst.stream()
        .filter(route -> route.method().equals(known) && route.pattern().matches(parsed))
        .findFirst()
        .map(route -> route.deed(parsed));
  }

  /** Whether a page has a row of its own. */
  boolean has(String method, String pattern) {
    return mostSpecificFirst.stream()
        .anyMatch(
            route ->
                route.method().equals(method)
                    && route.pattern().getPatternString().equals(pattern));
  }
}
