package nl.kindcheck.service.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;

/** What the attacks share: all routes of the matrix, and who tries them. */
abstract class AttackTest extends FhirTest {

  static final String EVERY_SCOPE =
      "system/*.cruds user/*.cruds patient/*.cruds system/AuditEvent.rs user/AuditEvent.rs";

  /** An id that nothing has. */
  static final String NOTHING = "99999999-9999-4999-8999-999999999999";

  /** What only the inside says: of the database, of Java, of where something lies. */
  private static final List<String> OF_THE_INSIDE =
      List.of(
          "SQLState",
          "PSQL",
          "syntax error",
          "relation \"",
          "Exception",
          "nl.kindcheck",
          "org.h",
          "\tat ",
          "jdbc:",
          "root:x:",
          "spring:",
          "HAPI-");

  private static final Pattern FIELD = Pattern.compile("\\sname=\"([^\"]+)\"");

  /**
   * Somebody who tries.
   *
   * @param header the name of the header that says who; empty for nobody
   * @param csrf the token of their forms
   */
  record Somebody(String header, String value, String csrf) {}

  static final Somebody NOBODY = new Somebody("", "", "");

  /** The routes that the service has outside the demo, in the order of the matrix. */
  static List<Matrix.Row> rows() {
    return Matrix.ofService().rows().stream()
        .filter(row -> !pattern(row).contains("/demo/"))
        .toList();
  }

  static String pattern(Matrix.Row row) {
    return row.path().getPatternString();
  }

  static String line(Matrix.Row row) {
    return row.method() + " " + pattern(row);
  }

  static boolean isPage(Matrix.Row row) {
    return pattern(row).startsWith("/app") || pattern(row).startsWith("/office");
  }

  static boolean sendsSomething(Matrix.Row row) {
    return row.method().equals("POST") || row.method().equals("PUT");
  }

  static boolean hasPlace(Matrix.Row row) {
    return pattern(row).contains("{");
  }

  /** The path of a route with one id in each of its places. */
  static String path(Matrix.Row row, String id) {
    return pattern(row)
        .replace("{number}", "1")
        .replace("{version}", "1")
        .replace("/step/1/{form}", "/step/1/note")
        .replace("{form}", "close")
        .replace("{topic}", id)
        .replace("/**", "/kindcheck.css")
        .replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(id));
  }

  /** With a token of a role and every scope; a clinician's was made for one patient. */
  static Somebody token(String organisation, Role role, String patient) {
    String token =
        World.bearer(
            World.bearerClaims(organisation, role.code(), EVERY_SCOPE).claim("patient", patient));
    return new Somebody("Authorization", "Bearer " + token, "");
  }

  static Somebody session(String organisation, String patient) {
    return of(Launches.session(DATABASE, organisation, "Patient/" + patient, null));
  }

  static Somebody office(String organisation, Role role) {
    return of(Offices.session(DATABASE, organisation, role));
  }

  static Somebody of(Launched session) {
    return new Somebody("Cookie", session.cookie(), session.csrf());
  }

  /** Somebody of an organisation whom a route lets through; nobody where it asks for nobody. */
  static Somebody whoMay(Matrix.Row row, String organisation, String patient) {
    if (row.who().contains(Matrix.SESSION)) {
      return session(organisation, patient);
    }
    if (row.roles().isEmpty()) {
      return NOBODY;
    }
    List<Role> roles = row.roles().stream().sorted().toList();
    boolean system = roles.contains(Role.SYSTEM);
    Role role = system ? Role.SYSTEM : roles.get(0);
    return isPage(row) ? office(organisation, role) : token(organisation, role, patient);
  }

  Answer get(Somebody who, String path, String... headers) {
    return send(as(who, path, headers).GET());
  }

  Answer form(Somebody who, String path, String body, String... headers) {
    return send(
        as(who, path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer json(Somebody who, String method, String path, String body) {
    return send(
        as(who, path)
            .header("Content-Type", "application/fhir+json")
            .header("If-Match", "W/\"1\"")
            .method(method, BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder as(Somebody who, String path, String... headers) {
    HttpRequest.Builder request = request(path).header("Accept-Language", "en");
    if (!who.header().isEmpty()) {
      request.header(who.header(), who.value());
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** Names and values in turn, as a form sends them. */
  static String fields(String... pairs) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.add(encoded(pairs[i]) + "=" + encoded(pairs[i + 1]));
    }
    return String.join("&", all);
  }

  /** The names of the fields that a page offers, but for the token. */
  static Set<String> fieldsOn(Answer page) {
    Set<String> names = new LinkedHashSet<>();
    Matcher field = FIELD.matcher(page.body());
    while (field.find()) {
      names.add(field.group(1));
    }
    names.removeAll(Set.of("_csrf", "viewport", "referrer", "csrf", "htmx-config", "theme-color"));
    return names;
  }

  /** Why an answer gives away something of the inside, or is a failure; empty where it does not. */
  static String wrongWith(Answer answer) {
    if (answer.status() >= 500 && answer.status() != 503) {
      return "status " + answer.status();
    }
    String type =
        answer.http().headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (type.contains("css") || type.contains("javascript")) {
      return "";
    }
    return OF_THE_INSIDE.stream().filter(answer.body()::contains).findFirst().orElse("");
  }
}
