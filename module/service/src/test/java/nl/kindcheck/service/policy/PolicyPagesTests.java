package nl.kindcheck.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.ChosenLanguage;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.PolicyJson;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages on which an administrator changes the policy. */
class PolicyPagesTests extends PolicyTest {

  private static final TenantId KADE = new TenantId(World.KADE);

  private Launched session = Offices.session(DATABASE, "kade", Role.ADMINISTRATOR);

  @BeforeEach
  void signedIn() {
    session = Offices.session(DATABASE, "kade", Role.ADMINISTRATOR);
  }

  /** The fields of the form of a policy, with some of them changed. */
  private static String[] fields(Policy policy, int revision, String... changes) {
    PolicyForm form = PolicyForm.of(policy);
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    fields.put("revision", Integer.toString(revision));
    fields.put("effectiveFrom", form.effectiveFrom());
    for (Setting setting : Setting.values()) {
      if (setting != Setting.MOMENTS) {
        fields.put(setting.path(), form.value(setting));
      }
    }
    for (PolicyForm.Line line : form.lines()) {
      fields.put(line.at() + ".element", line.element());
      fields.put(line.at() + ".code.system", line.system());
      fields.put(line.at() + ".code.code", line.code());
      fields.put(line.at() + ".moment", line.moment());
    }
    for (int i = 0; i < changes.length; i += 2) {
      fields.put(changes[i], changes[i + 1]);
    }
    List<String> flat = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          flat.add(name);
          flat.add(value);
        });
    return flat.toArray(String[]::new);
  }

  private PolicyDraft begun(String name) {
    return drafts.begin(KADE, named(name), "", ADA);
  }

  @Test
  void aDraftIsBegunChangedAndPublishedOnThePages() {
    Answer begun = submit(session, "/office/policy", "version", "page-1", "base", "standard-1");
    assertThat(begun.status()).as(begun.body()).isEqualTo(303);
    Policy policy = drafts.find(KADE, "page-1").orElseThrow().policy();
    Answer saved =
        submit(
            session,
            "/office/policy/page-1/edit",
            fields(policy, 1, "intervals.withChildren", "4", "note", "vaker"));
    assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    assertThat(drafts.find(KADE, "page-1").orElseThrow().policy().intervals().withChildren())
        .isEqualTo(4);
    Answer published =
        submit(
            session,
            "/office/policy/page-1/publish",
            "revision",
            "2",
            "effectiveFrom",
            "2028-02-01",
            "note",
            "vaker");
    assertThat(published.status()).as(published.body()).isEqualTo(303);

    assertThat(policies.on(KADE, LocalDate.of(2028, 2, 1)).version()).isEqualTo("page-1");
    assertThat(open(session, "/office/policy").body())
        .contains("page-1", "komt eraan", "vaker", "gemaakt door u");
    assertThat(open(session, "/office/policy/page-1/edit").status()).isEqualTo(404);
  }

  @Test
  void whatIsTypedIsTheSamePolicyThatIsShown() {
    Policy policy = named("page-2").startingOn(LocalDate.of(2025, 1, 2));
    Map<String, String> sent = new java.util.HashMap<>();
    String[] fields = fields(policy, 1);
    for (int i = 0; i < fields.length; i += 2) {
      sent.put(fields[i], fields[i + 1]);
    }

    assertThat(PolicyJson.read(PolicyForm.of("page-2", sent).document()).orRefuse())
        .isEqualTo(policy);
  }

  @ParameterizedTest
  @CsvSource({
    "intervals.withChildren, 40, Kies een getal van 1 tot en met 12.",
    "intervals.withChildren, veel, Schrijf een heel getal.",
    "intervals.withChildren, '', Vul dit veld in.",
    "retention.logYears, 4, Kies een getal van 5 tot en met 20.",
    "retention.recordYears, 19, Kies een getal van 20 tot en met 115.",
    "fallbackRole, '', Vul dit veld in.",
    "startedOn, morgen, 'Schrijf een dag, zoals 2026-12-31.'",
    "effectiveFrom, '', Vul dit veld in.",
    "enforcement, LOUD, 'Kies een van deze: INFORM, REMIND, ASK_REASON, HOLD.'",
    "moments[0].code.code, '', Vul dit veld in.",
    "moments[0].moment, '', Vul dit veld in.",
    "note, 'over 111222333', ''"
  })
  void eachFaultStandsAtItsFieldAndNothingIsSaved(String field, String value, String words) {
    begun("page-3");
    Answer answer =
        submit(session, "/office/policy/page-3/edit", fields(named("page-3"), 1, field, value));
    drafts.discard(KADE, "page-3", 1);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#" + field + "\"", "id=\"" + field + "\"", words);
  }

  @Test
  void whoeverSavesWhatSomebodyElseChangedIsToldAndKeepsWhatWasTyped() {
    begun("page-4");
    drafts.change(KADE, monthsWithoutChildren(named("page-4"), 20), 1, "", BO);
    Answer answer =
        submit(
            session,
            "/office/policy/page-4/edit",
            fields(named("page-4"), 1, "intervals.withoutChildren", "33"));

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.body())
        .contains(
            "Iemand anders heeft dit concept intussen gewijzigd",
            "value=\"33\"",
            "href=\"/office/policy/page-4\"");
    assertThat(drafts.find(KADE, "page-4").orElseThrow().policy().intervals().withoutChildren())
        .isEqualTo(20);
  }

  @Test
  void publishingAsksForADayThatIsToComeAndAReason() {
    begun("page-5");
    Answer answer =
        submit(
            session,
            "/office/policy/page-5/publish",
            "revision",
            "1",
            "effectiveFrom",
            "2026-06-01",
            "note",
            "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Kies een dag van 2 juni 2026 tot en met 1 juni 2028.",
            "Schrijf waarom u deze versie publiceert.");
  }

  @Test
  void aNameThatIsTakenOrCannotBeIsRefused() {
    begun("page-6");
    assertThat(submit(session, "/office/policy", "version", "page-6").body())
        .contains("Er is al een concept met deze naam.");
    assertThat(submit(session, "/office/policy", "version", "standard 1").body())
        .contains("Gebruik letters, cijfers");
    assertThat(submit(session, "/office/policy", "version", "").body())
        .contains("Vul een naam in.");
  }

  @Test
  void aDraftIsThrownAway() {
    begun("page-7");
    assertThat(submit(session, "/office/policy/page-7/discard", "revision", "1").status())
        .isEqualTo(303);
    assertThat(open(session, "/office/policy/page-7").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ADMINISTRATOR", "SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void nobodyButAnAdministratorOpensThem(Role role) {
    Launched other = Offices.session(DATABASE, "kade", role);
    assertThat(open(other, "/office/policy").status()).isEqualTo(403);
  }

  @Test
  void anotherOrganisationsAdministratorFindsNothing() {
    begun("page-8");
    Launched other = Offices.session(DATABASE, "haven", Role.ADMINISTRATOR);
    for (String page : List.of("", "/edit", "/publish", "/comparison", "/simulation")) {
      assertThat(open(other, "/office/policy/page-8" + page).status()).as(page).isEqualTo(404);
    }
    assertThat(submit(other, "/office/policy/page-8/discard", "revision", "1").status())
        .isEqualTo(404);
    assertThat(drafts.find(KADE, "page-8")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"320, nl", "1280, en"})
  void everyPageStandsInNobodysWay(int width, String language) {
    String name = "page-9-" + width;
    drafts.begin(KADE, monthsWithoutChildren(named(name), 20), "why", ADA);
    String[] cookie = session.cookie().split("=", 2);
    String base = request("/office/policy").build().uri().toString();
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(width, Map.of(), true);
      page.context()
          .addCookies(
              List.of(
                  new Cookie(cookie[0], cookie[1]).setUrl(base),
                  new Cookie(ChosenLanguage.COOKIE, language).setUrl(base)));
      for (String one :
          List.of(
              "",
              "/" + name,
              "/" + name + "/edit",
              "/" + name + "/publish",
              "/" + name + "/comparison",
              "/" + name + "/simulation")) {
        page.navigate(base + one);
        assertThat(Chromium.barriers(page)).as(one).isEmpty();
        assertThat(Chromium.overflow(page)).as(one).isNotPositive();
        Chromium.picture(page, "policy" + one.replaceAll(".*/", "-") + "-" + width);
      }
      page.navigate(base + "/" + name + "/edit");
      page.locator("[id='intervals.withChildren']").fill("99");
      page.locator("[id='intervals.withChildren']").press("Enter");
      page.locator(".govuk-error-summary__list a").focus();
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("intervals.withChildren");
      assertThat(Chromium.barriers(page)).isEmpty();
    }
  }
}
