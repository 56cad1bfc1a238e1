package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;

/** What is tried at every route of the service: each of them is walked, a new one as well. */
class WalkAttackTests extends AttackTest {

  private static final List<String> SQL =
      List.of(
          "' OR '1'='1",
          "'; DROP TABLE statement; --",
          "1) UNION SELECT version(), null --",
          "$$; SELECT pg_sleep(60); --",
          "\\'; SET ROLE kindcheck_owner; --");

  private static final List<String> ELSEWHERE =
      List.of(
          "https://evil.example",
          "//evil.example",
          "/\\evil.example",
          "https:evil.example",
          "javascript:alert(1)",
          "/app/..//evil.example",
          "\thttps://evil.example",
          "/app\r\nLocation: https://evil.example",
          "http://kindcheck.test@evil.example/app",
          "http://kindcheck.test.evil.example/app");

  private static final List<String> ADDRESSES =
      List.of(
          "back",
          "return",
          "returnTo",
          "redirect",
          "redirect_uri",
          "next",
          "url",
          "continue",
          "iss",
          "launch",
          "target_link_uri",
          "post_logout_redirect_uri");

  private static final List<String> STEPS =
      List.of(
          "../../application.yml",
          "%2e%2e/%2e%2e/application.yml",
          "..%2f..%2fapplication.yml",
          "%2e%2e%2f%2e%2e%2fapplication.yml",
          "%252e%252e%252fapplication.yml",
          "..%5c..%5capplication.yml",
          "..;/..;/application.yml",
          "....//....//application.yml",
          "%c0%ae%c0%ae/application.yml",
          "%2e%2e%00/application.yml",
          "/etc/passwd",
          "%2fetc%2fpasswd",
          "file:%2f%2f%2fetc%2fpasswd",
          "classpath:application.yml",
          "WEB-INF/web.xml",
          "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd");

  private static final List<String> QUERIES =
      List.of(
          "patient",
          "subject",
          "encounter",
          "status",
          "code",
          "owner",
          "date",
          "url",
          "identifier",
          "_count",
          "_id",
          "_getpages",
          "_pageId",
          "child",
          "saved",
          "kindcheck",
          "task",
          "language",
          "back",
          "state",
          "iss",
          "launch",
          "error");

  @Test
  void noParameterReachesTheDatabaseAsSql() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    long before = count("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
    for (Matrix.Row row : rows()) {
      if (pattern(row).equals("/error")) {
        // Words a fault that came before it; whoever opens it gets the same whatever they send.
        continue;
      }
      List<String> requests = new ArrayList<>();
      for (String sql : hasPlace(row) ? SQL : List.<String>of()) {
        requests.add(path(row, encoded(sql)));
      }
      for (int i = 0; i < QUERIES.size(); i++) {
        String value = encoded(SQL.get(i % SQL.size()));
        requests.add(path(row, NOTHING) + "?" + QUERIES.get(i) + "=" + value);
      }
      Somebody who = whoMay(row, "haven", "atk-sql");
      for (String request : requests) {
        Answer answer = plain(row, who, request);
        if (!wrongWith(answer).isEmpty()) {
          wrong.add(row.method() + " " + request + ": " + wrongWith(answer));
        }
        tried++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo(before);
    Attacks.tried(
        "SQL in parameters",
        "in the path and in 23 parameters of the query of every route",
        tried,
        "taken as text or refused; no failure, no word of the database");
  }

  private Answer plain(Matrix.Row row, Somebody who, String path) {
    if (!sendsSomething(row)) {
      return get(who, path);
    }
    return isPage(row)
        ? form(who, path, "_csrf=" + who.csrf())
        : json(who, row.method(), path, "{\"resourceType\": \"Basic\"}");
  }

  @Test
  void noFieldOfAFormReachesTheDatabaseAsSql() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Matrix.Row row : rows()) {
      if (!isPage(row) || !row.method().equals("POST")) {
        continue;
      }
      Somebody reader = whoMay(row, "haven", "atk-sqlf");
      Set<String> names = fieldsOn(get(reader, path(row, NOTHING)));
      names.addAll(
          Set.of("language", "back", "consent", "_form", "_key", "_version", "version", "key"));
      int n = 0;
      for (String name : names.stream().sorted().toList()) {
        // Each in a session of its own: some forms end it.
        Somebody who = whoMay(row, "haven", "atk-sqlf");
        String sql = SQL.get(n++ % SQL.size());
        Answer answer = form(who, path(row, NOTHING), fields("_csrf", who.csrf(), name, sql));
        if (!wrongWith(answer).isEmpty()) {
          wrong.add(line(row) + " " + name + "=" + sql + ": " + wrongWith(answer));
        }
        tried++;
      }
    }
    assertThat(wrong).isEmpty();
    Attacks.tried(
        "SQL in parameters",
        "in each field of each form",
        tried,
        "taken as text or refused; no failure, no word of the database");
  }

  @Test
  void noFormIsTakenWithoutTheTokenOfItsPage() {
    List<String> taken = new ArrayList<>();
    int forms = 0;
    for (Matrix.Row row : rows()) {
      if (!isPage(row) || !row.method().equals("POST")) {
        continue;
      }
      forms++;
      String stranger = whoMay(row, "haven", "atk-csrf-2").csrf();
      for (String token : Stream.of("", "_csrf=wrong", "_csrf=" + stranger).toList()) {
        Somebody who = whoMay(row, "haven", "atk-csrf");
        Answer answer =
            form(
                who,
                path(row, NOTHING),
                token,
                "Sec-Fetch-Site",
                "cross-site",
                "Origin",
                "https://evil.example");
        if (answer.status() != 403) {
          taken.add(line(row) + " with '" + token + "': " + answer.status());
        }
      }
    }
    assertThat(taken).isEmpty();
    Attacks.tried("CSRF", "each form without its token", forms, "403, nothing saved");
    Attacks.tried("CSRF", "each form with a token that is none", forms, "403, nothing saved");
    Attacks.tried(
        "CSRF", "each form with the token of another session", forms, "403, nothing saved");
  }

  @Test
  void aCookieOpensNoneOfTheApis() {
    List<String> open = new ArrayList<>();
    int tried = 0;
    for (Matrix.Row row : rows()) {
      if (isPage(row) || !sendsSomething(row)) {
        continue;
      }
      for (Somebody who :
          List.of(session("haven", "atk-csrf"), office("haven", Role.ADMINISTRATOR))) {
        int status = json(who, row.method(), path(row, NOTHING), "{}").status();
        if (status != 401) {
          open.add(line(row) + ": " + status);
        }
        tried++;
      }
    }
    assertThat(open).isEmpty();
    Attacks.tried("CSRF", "each API that writes, with a cookie and no token", tried, "401");
  }

  @Test
  void noPageCanBeFramedByAStranger() {
    List<String> framed = new ArrayList<>();
    int tried = 0;
    int anywhere = 0;
    for (Matrix.Row row : rows()) {
      if (sendsSomething(row)) {
        continue;
      }
      for (Somebody who : List.of(NOBODY, whoMay(row, "haven", "atk-frame"))) {
        Answer answer = get(who, path(row, NOTHING), "Accept", "text/html");
        var headers = answer.http().headers();
        List<String> policies =
            headers.allValues("Content-Security-Policy").stream()
                .flatMap(policy -> Stream.of(policy.split(";", -1)))
                .map(String::strip)
                .filter(part -> part.startsWith("frame-ancestors"))
                .toList();
        boolean only =
            !policies.isEmpty()
                && policies.stream()
                    .allMatch(
                        p ->
                            p.replace(World.url(""), "")
                                .strip()
                                .matches("frame-ancestors '(none|self)'"));
        boolean denied = headers.firstValue("X-Frame-Options").orElse("").equals("DENY");
        // Where no session says whose frame it is, a page only says what to do.
        boolean nothingToPress =
            answer.status() >= 400 && !answer.body().matches("(?s).*<(form|button|input|a) .*")
                || pattern(row).startsWith("/launch");
        tried++;
        if (nothingToPress && !only && !denied) {
          assertThat(answer.body()).as(line(row)).doesNotContain("<form", "<button", "<input");
          anywhere++;
        } else if (!only && !denied) {
          framed.add(line(row) + " " + policies);
        }
      }
    }
    assertThat(framed).isEmpty();
    Attacks.tried(
        "clickjacking",
        "pages that only say how Kindcheck is opened, or that it was ended",
        anywhere,
        "any EPD may frame them: they show nothing of anybody and have nothing to press");
    Attacks.tried(
        "clickjacking",
        "every page and every other answer to a GET, to nobody and to who may see it",
        tried - anywhere,
        "framed by the registered EPD and ourselves at most");
  }

  @Test
  void noParameterLeadsTheBrowserElsewhere() {
    List<String> led = new ArrayList<>();
    int tried = 0;
    for (Matrix.Row row : rows()) {
      if (pattern(row).startsWith("/fhir") || pattern(row).startsWith("/cds-services")) {
        continue;
      }
      for (String parameters : addresses()) {
        Somebody who = whoMay(row, "haven", "atk-led");
        String path = path(row, NOTHING);
        String[] forwarded = {"X-Forwarded-Host", "evil.example"};
        Answer answer =
            row.method().equals("POST")
                ? form(
                    who,
                    path,
                    fields("_csrf", who.csrf(), "language", "en") + "&" + parameters,
                    forwarded)
                : get(who, path + "?" + parameters, forwarded);
        String to = answer.http().headers().firstValue("Location").orElse("");
        if (leadsAway(to)) {
          led.add(line(row) + " " + parameters + " -> " + to);
        }
        tried++;
      }
    }
    assertThat(led).isEmpty();
    Attacks.tried(
        "open redirect",
        "12 names of parameters that carry an address, one by one, and all with 10 addresses"
            + " elsewhere, at every page",
        tried,
        "the browser stays");
  }

  /** Each name by itself, and all of them with each address. */
  private static List<String> addresses() {
    List<String> all = new ArrayList<>();
    for (String name : ADDRESSES) {
      all.add(fields(name, ELSEWHERE.get(0)));
    }
    for (String address : ELSEWHERE) {
      all.add(
          fields(ADDRESSES.stream().flatMap(n -> Stream.of(n, address)).toArray(String[]::new)));
    }
    return all;
  }

  private static boolean leadsAway(String location) {
    if (location.isEmpty()) {
      return false;
    }
    if (location.contains("\\") || location.contains("\r") || location.startsWith("//")) {
      return true;
    }
    String host = URI.create(location).getHost();
    return host != null && !Set.of("localhost", "kindcheck.test").contains(host)
        || location.startsWith("javascript:");
  }

  @Test
  void noPathLeadsOutOfItsPlace() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Matrix.Row row : rows()) {
      boolean files = pattern(row).endsWith("/**");
      if (sendsSomething(row) || !(hasPlace(row) || files)) {
        continue;
      }
      Somebody who = whoMay(row, "haven", "atk-path");
      for (String step : STEPS) {
        String path = files ? pattern(row).replace("**", step) : path(row, step);
        Answer answer = get(who, path);
        if (!wrongWith(answer).isEmpty() || answer.status() == 200) {
          wrong.add(path + ": " + answer.status() + " " + wrongWith(answer));
        }
        tried++;
      }
    }
    assertThat(wrong).isEmpty();
    Attacks.tried(
        "path traversal",
        "16 ways to write a step up, plain and encoded, below the files and in the place of each"
            + " id",
        tried,
        "400, 403 or 404; no file");
  }
}
