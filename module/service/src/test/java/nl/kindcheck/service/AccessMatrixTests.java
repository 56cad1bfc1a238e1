package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every route of the running service against the matrix of access: each has its row, and each
 * row lets through whom it names and nobody else.
 */
class AccessMatrixTests extends ServiceTest {

  private static final String EVERY_SCOPE =
      "system/*.cruds user/*.cruds patient/*.cruds system/AuditEvent.rs user/AuditEvent.rs";
  private static final String SOME_ID = "11111111-1111-4111-8111-111111111111";

  /**
   * Where the framework would look for files; there are none, and without a row both are closed.
   */
  private static final Set<String> FILES_OF_THE_FRAMEWORK = Set.of("GET /**", "GET /webjars/**");

  /** Where the page itself refuses what is not there. */
  private static final Set<String> REFUSES_ITSELF =
      Set.of("GET /app/care/referrer/letter/{consent}");

  /** Not asked for by scope: a clock, and a page whose link names what is asked for. */
  private static final Set<String> NO_SCOPE_NEEDED =
      Set.of("GET /demo/clock", "POST /demo/clock", "GET /fhir");

  @Autowired private ApplicationContext context;
  @Autowired private Matrix matrix;

  /** Somebody who tries, by what they send. */
  private record Somebody(String name, String header, String value, String csrf) {}

  private static final Somebody NOBODY = new Somebody("nobody", "", "", "");

  private static String line(Matrix.Row row) {
    return row.method() + " " + row.path().getPatternString();
  }

  @Test
  void everyRouteHasItsRow() {
    Set<String> without = new TreeSet<>(routes());
    matrix.rows().forEach(row -> without.remove(line(row)));
    without.removeAll(FILES_OF_THE_FRAMEWORK);
    assertThat(without).as("routes without a row in access/matrix.csv").isEmpty();
  }

  @Test
  void everyRowHasItsRoute() {
    Set<String> rows =
        Matrix.ofService().rows().stream()
            .map(AccessMatrixTests::line)
            .filter(line -> !line.endsWith(" /demo/clock"))
            .collect(Collectors.toCollection(TreeSet::new));
    rows.removeAll(routes());
    // Two of many parts of the health; the others have their row with nobody in it.
    rows.removeAll(Set.of("GET /actuator/health/readiness", "GET /actuator/health/liveness"));
    assertThat(rows).as("rows without a route").isEmpty();
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    context
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(i -> add(routes, i)));
    context
        .getBeansOfType(SimpleUrlHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping.getUrlMap().keySet().stream()
                    .filter(path -> !path.matches("/app/static/v[0-9a-f]+/\\*\\*"))
                    .forEach(path -> routes.add("GET " + path)));
    var servlet = context.getBean("fhirServlet", ServletRegistrationBean.class).getServlet();
    RestfulServer fhir = (RestfulServer) Objects.requireNonNull(servlet);
    fhir.getResourceBindings()
        .forEach(type -> type.getMethodBindings().forEach(b -> add(routes, b)));
    routes.add("GET /fhir/metadata");
    routes.add("GET /fhir");
    return routes;
  }

  private static void add(Set<String> routes, RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    for (String path : info.getPatternValues()) {
      if (methods.isEmpty()) {
        routes.add("* " + path);
      }
      methods.forEach(method -> routes.add(method + " " + path));
    }
  }

  private static void add(Set<String> routes, BaseMethodBinding binding) {
    String type = "/fhir/" + binding.getResourceName();
    if (binding instanceof OperationMethodBinding operation) {
      List<String> at = new ArrayList<>();
      if (operation.isCanOperateAtInstanceLevel()) {
        at.add(type + "/{id}/");
      }
      if (operation.isCanOperateAtTypeLevel()) {
        at.add(type + "/");
      }
      if (operation.isCanOperateAtServerLevel()) {
        at.add("/fhir/");
      }
      for (String path : at) {
        routes.add("POST " + path + operation.getName());
        if (operation.isIdempotent()) {
          routes.add("GET " + path + operation.getName());
        }
      }
      return;
    }
    routes.addAll(
        switch (binding.getRestOperationType()) {
          case READ -> List.of("GET " + type + "/{id}");
          case VREAD ->
              List.of("GET " + type + "/{id}", "GET " + type + "/{id}/_history/{version}");
          case SEARCH_TYPE -> List.of("GET " + type);
          case CREATE -> List.of("POST " + type);
          case UPDATE -> List.of("PUT " + type + "/{id}");
          default -> List.of(binding.getRestOperationType() + " " + type);
        });
  }

  @Test
  void everyRowLetsThroughWhomItNamesAndNobodyElse() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Matrix.Row row : Matrix.ofService().rows()) {
      for (String who : everybody()) {
        int status = status(row, who);
        if (who.equals("no-scope") && NO_SCOPE_NEEDED.contains(line(row))) {
          continue;
        }
        if (isThrough(row, who, status) != mayPass(row, who)) {
          wrong.add(line(row) + " as " + who + ": " + status);
        }
        tried++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(1_000);
  }

  /** Without a scope a fault in the parameters may be named first; nothing comes. */
  private static boolean isThrough(Matrix.Row row, String who, int status) {
    boolean isPublic = row.who().contains(Matrix.PUBLIC);
    if (who.equals("no-scope") && !isPublic) {
      return status < 300;
    }
    // Nobody can sign in here: whoever has no session hears that.
    boolean noSignIn = status == 503 && !isPublic;
    boolean itself = status == 403 && REFUSES_ITSELF.contains(line(row)) && who.equals("session");
    return itself || (status != 401 && status != 403 && !noSignIn);
  }

  /** Nobody; a session of a launch; each role with a token, and with a session of the office. */
  private static List<String> everybody() {
    return Stream.of(
            Stream.of("nobody", "session", "no-scope"),
            Stream.of(Role.values()).map(role -> "token " + role.code()),
            Stream.of(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(role -> "office " + role.code()))
        .flatMap(all -> all)
        .toList();
  }

  /** What the row says, for the way in that the path has. */
  private static boolean mayPass(Matrix.Row row, String who) {
    String path = row.path().getPatternString();
    if (row.who().contains(Matrix.PUBLIC)) {
      return true;
    }
    if (row.who().contains(Matrix.HOOK)) {
      // The endpoint asks for a token of its own kind, which nobody here has.
      return false;
    }
    if (path.startsWith("/app")) {
      return who.equals("session") && row.who().contains(Matrix.SESSION);
    }
    String way = path.startsWith("/office") ? "office " : "token ";
    return who.startsWith(way) && row.who().contains(who.substring(way.length()));
  }

  private int status(Matrix.Row row, String who) {
    Somebody somebody = somebody(who);
    String path =
        row.path()
            .getPatternString()
            .replace("/fhir/Patient/{id}", "/fhir/Patient/walk")
            .replace("{number}", "1")
            .replace("{version}", "1")
            .replace("{topic}", "opening")
            .replace("/**", "/kindcheck.css")
            .replaceAll("\\{[a-z]+}", SOME_ID);
    String query =
        row.method().equals("GET") && path.equals("/fhir") ? "?_getpages=page&_pageId=x" : "";
    HttpRequest.Builder request = request(path + query);
    if (!somebody.header().isEmpty()) {
      request.header(somebody.header(), somebody.value());
    }
    boolean page = path.startsWith("/app") || path.startsWith("/office");
    String method = row.method().equals("*") ? "GET" : row.method();
    if (method.equals("GET")) {
      return send(request.GET()).status();
    }
    request.header(
        "Content-Type", page ? "application/x-www-form-urlencoded" : "application/fhir+json");
    String body = page ? "_csrf=" + somebody.csrf() : body(path);
    return send(request.method(method, BodyPublishers.ofString(body))).status();
  }

  private static String body(String path) {
    if (path.contains("$")) {
      return "{\"resourceType\": \"Parameters\"}";
    }
    String type = path.startsWith("/fhir/") ? path.split("/")[2] : "Basic";
    String id = path.contains(SOME_ID) ? "\"id\": \"" + SOME_ID + "\", " : "";
    return "{\"resourceType\": \"%s\", %s\"subject\": {\"reference\": \"Patient/walk\"}}"
        .formatted(type, id);
  }

  private Somebody somebody(String who) {
    if (who.equals("nobody")) {
      return NOBODY;
    }
    if (who.equals("session")) {
      return cookie(who, Launches.session(DATABASE, "haven", "Patient/walk", null));
    }
    if (who.startsWith("office ")) {
      Role role = Role.find(who.substring("office ".length())).orElseThrow();
      return cookie(who, Offices.session(DATABASE, "haven", role));
    }
    String role = who.equals("no-scope") ? "system" : who.substring("token ".length());
    String scopes = who.equals("no-scope") ? "" : EVERY_SCOPE;
    String token = World.bearer(World.bearerClaims("haven", role, scopes).claim("patient", "walk"));
    return new Somebody(who, "Authorization", "Bearer " + token, "");
  }

  private static Somebody cookie(String who, Launched session) {
    return new Somebody(who, "Cookie", session.cookie(), session.csrf());
  }

  @Test
  void whatNoRowNamesIsClosed() {
    for (String path : List.of("/webjars/x.js", "/x", "/index.html", "/actuator/env", "/app2")) {
      assertThat(send(request(path)).status()).as(path).isEqualTo(401);
      String token = World.bearer("haven", EVERY_SCOPE);
      assertThat(send(request(path).header("Authorization", "Bearer " + token)).status())
          .as(path)
          .isIn(403, 404);
    }
  }
}
