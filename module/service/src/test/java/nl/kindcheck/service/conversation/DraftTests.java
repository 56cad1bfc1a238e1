package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.platform.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is typed is kept while it is typed, for its writer, and counts for nothing. */
class DraftTests extends BrowserTest {

  private static final String DRAFT = "/app/kindcheck/draft";

  @Autowired private List<RecurringTask<?>> timers;
  @Autowired private Texts texts;

  @Test
  void whatIsTypedIsThereAfterACrashAndOnAnotherDevice() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, 1000, anna, true);
      page.navigate(address(START));
      page.locator("#f-children-0-label").pressSequentially("Noor");
      page.locator("#f-parent-words").pressSequentially("Het gaat wel");
      page.waitForCondition(
          () -> page.locator("#draft-state").innerText().contains("Concept bewaard"));
      page.waitForCondition(() -> shown(anna).contains("Het gaat wel"));
      page.close();

      Page again = window(browser, 1000, anna, true);
      again.navigate(address(START));
      assertThat(again.inputValue("#f-parent-words")).isEqualTo("Het gaat wel");
      assertThat(again.inputValue("#f-children-0-label")).isEqualTo("Noor");
    }
    assertThat(shown(session(patient))).contains("value=\"Noor\"", "Het gaat wel");
    assertThat(saved(patient)).isZero();
    assertThat(fhirGet("haven", patient + "/$kindcheck-status").body())
        .doesNotContain("\"not-due\"");
  }

  private String shown(Launched session) {
    return open(session, START).body();
  }

  @Test
  void aDraftIsItsWritersAlone() {
    String patient = patient();
    Launched anna = session(patient);
    sent(anna, START, "parent-words", "Alleen van Anna", "_action", "draft");
    Launched bert = Launches.session(DATABASE, "haven", "Practitioner/bert", patient, null, "nl");
    Launched elsewhere =
        Launches.session(DATABASE, "duin", "Practitioner/anna", patient, null, "nl");

    assertThat(shown(bert)).doesNotContain("Alleen van Anna").contains("Een collega is ook bezig");
    assertThat(shown(elsewhere)).doesNotContain("Alleen van Anna", "Een collega");
  }

  /** Parts of the form in which nothing was typed are made once for all. */
  @Test
  void whatIsTypedStandsOnNobodyElsesForm() {
    Launched anna = session(patient());
    Launched bert = session(patient());
    String blank = shown(bert);
    sent(
        anna,
        START,
        "children.0.here",
        "1",
        "children.0.label",
        "Alleen hier",
        "children.0.own-words",
        "Eigen woorden",
        "children.0.wellbeing",
        "concerns",
        "gut-feeling",
        "unsure",
        "_action",
        "draft");

    assertThat(shown(anna)).contains("Alleen hier", "Eigen woorden", "checked");
    assertThat(shown(bert))
        .doesNotContain("Alleen hier", "Eigen woorden", "checked")
        .hasSameSizeAs(blank);
    sent(anna, START, "_action", "discard");
    assertThat(shown(anna)).doesNotContain("Alleen hier", "Eigen woorden", "checked");
  }

  @Test
  void whatTheScriptSendsHoldsNoBsn() {
    Launched anna = session(patient());

    Answer kept =
        sent(
            anna,
            DRAFT,
            "_form",
            "start",
            "parent-words",
            "Nummer 111222333",
            "children.0.label",
            "Noor");

    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body()).contains("Concept bewaard", "value=\"1\"");
    assertThat(shown(anna)).contains("value=\"Noor\"").doesNotContain("111222333");
  }

  @Test
  void whereNothingCanBeKeptThePageSaysSo() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, 1000, anna, true);
      page.navigate(address(START));
      page.context().setOffline(true);
      page.locator("#f-parent-words").pressSequentially("Zonder verbinding");
      page.waitForCondition(
          () -> page.locator("#draft-state").innerText().contains("nog niet bewaard"));
      page.context().setOffline(false);
      page.locator("button[value=draft]:not([tabindex])").click();
      page.waitForCondition(
          () -> page.locator("#draft-state").innerText().contains("Concept bewaard"));
    }
    assertThat(shown(anna)).contains("Zonder verbinding");
  }

  @Test
  void anOldWindowWritesNothingAfterTheFormWasSaved() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    String key = UUID.randomUUID().toString();
    submit(anna, DRAFT, "_form", "start", "_key", key, "_version", "0", "parent-words", "Eerst");
    recorded(submit(anna, START, TwoChildren.with("_key", key, "_version", "1")));

    Answer old =
        submit(anna, DRAFT, "_form", "start", "_key", key, "_version", "1", "parent-words", "Oud");

    assertThat(old.body()).contains(texts.of("form.gone", Locale.forLanguageTag("nl")));
    assertThat(shown(anna)).doesNotContain("Oud");
  }

  @Test
  void aDraftIsThrownAwayWhenItsWriterSaysSo() {
    Launched anna = session(patient());
    sent(anna, START, "parent-words", "Toch niet", "_action", "draft");
    sent(anna, START, "_action", "discard");
    assertThat(shown(anna)).doesNotContain("Toch niet");
  }

  @Test
  void aDraftThatNobodyCameBackToIsForgottenAfterThirtyDays() throws SQLException {
    Launched old = aged(patient(), "31 days");
    Launched recent = aged(patient(), "29 days");

    RecurringTask<?> purge =
        timers.stream()
            .filter(t -> t.getName().equals("forget-old-drafts"))
            .findFirst()
            .orElseThrow();
    purge.execute(null, null);

    assertThat(shown(old)).doesNotContain("Lang geleden");
    assertThat(shown(recent)).contains("Lang geleden");
  }

  private Launched aged(String patient, String by) throws SQLException {
    Launched anna = session(patient);
    sent(anna, START, "parent-words", "Lang geleden", "_action", "draft");
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement sql =
            connection.prepareStatement(
                "UPDATE draft SET saved_at = saved_at - ?::interval WHERE patient_ref = ?")) {
      sql.setString(1, by);
      sql.setString(2, patient);
      assertThat(sql.executeUpdate()).isEqualTo(1);
    }
    return anna;
  }
}
