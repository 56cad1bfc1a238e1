package nl.kindcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The walk of the README, as a new user does it: both processes as the demo starts them, a real
 * browser, and the API. The steps build on each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(RunningDemo.Extension.class)
class DemoWalkTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static RunningDemo demo;
  private static Settings settings;
  private static Page page;

  @BeforeAll
  static void open(RunningDemo running) {
    demo = running;
    settings = running.settings();
    page = running.browser().page(1280, 900);
  }

  @Test
  @Order(1)
  void showsTheWardWithoutBarriers() {
    page.navigate(settings.epdUrl());
    assertThat(page.locator("ul.ward li.bed"))
        .satisfies(ward -> assertThat(ward.count()).isEqualTo(10));
    check("1-ward");
  }

  @Test
  @Order(2)
  void anIntakeShowsACardWithItsReasons() {
    page.navigate(settings.epdUrl() + "/patients/p01");
    page.locator("#kind-intake").check();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Starten")).click();
    Locator card = page.locator("article.card");
    assertThat(card.count()).isEqualTo(1);
    assertThat(card.innerText()).contains("Kindcheck").contains("Er is een intake op");
    check("2-intake-with-card");
  }

  @Test
  @Order(3)
  void theIntakeIsNotClosedWithoutConsideration() {
    page.locator("form[action$='/closing'] button").first().click();
    assertThat(page.locator(".verdict-held").innerText())
        .contains("kan nog niet worden afgesloten");
    check("3-held");
  }

  @Test
  @Order(4)
  void aBareTickIsStoredAndDoesNotCount() {
    page.locator("#done").check();
    page.locator("form[action$='/closing/tick'] button").click();
    assertThat(page.locator(".tick-answer").innerText())
        .contains("telt nog niet als gedaan")
        .contains("welke kinderen er zijn");
    assertThat(page.locator(".verdict-held").count()).isEqualTo(1);
    check("4-bare-tick");
  }

  @Test
  @Order(5)
  void aKindcheckWithTwoChildrenIsRecordedThroughTheApi() throws IOException, InterruptedException {
    String encounter = page.url().replaceAll("/closing.*", "");
    String body = get(encounter + "/example.json").body();
    assertThat(body).contains("\"children\"");
    HttpResponse<String> recorded =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(settings.serviceUrl() + "/fhir/QuestionnaireResponse"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
    assertThat(recorded.body()).contains("\"resourceType\":\"QuestionnaireResponse\"");
  }

  @Test
  @Order(6)
  void theCardIsGoneAndTheNextDateStandsThereWithItsReason() {
    page.navigate(settings.epdUrl() + "/patients/p01");
    assertThat(page.locator("article.card").count()).isZero();
    assertThat(page.locator("section[aria-labelledby=status-title]").innerText())
        .contains("De termijn is 6 maanden");
    check("5-recorded");
  }

  @Test
  @Order(7)
  void theIntakeCanNowBeClosed() {
    page.locator("a[href*='/encounters/']").first().click();
    page.locator("form[action$='/closing'] button").first().click();
    assertThat(page.locator(".notice-success, .notice-warning").first().innerText())
        .contains("afgesloten");
    check("6-closed");
  }

  @Test
  @Order(8)
  void theQuestionComesBackWhenItsTimeHasCome() {
    page.navigate(settings.epdUrl() + "/patients/p01");
    page.locator("button[name=step][value=P6M]").click();
    page.navigate(settings.epdUrl() + "/patients/p01");
    page.locator("button[name=step][value=P1M]").click();
    page.navigate(settings.epdUrl() + "/patients/p01");
    assertThat(page.locator("article.card").innerText())
        .contains("De laatste volledige Kindcheck was op");
    check("7-back-again");
  }

  @Test
  @Order(9)
  void everythingIsThereInEnglishAndOnASmallScreen() {
    page.setViewportSize(375, 800);
    page.navigate(settings.epdUrl() + "/patients/p01?lang=en");
    assertThat(page.locator("article.card").innerText())
        .contains("The last complete Kindcheck was on");
    check("8-english-small");
  }

  @Test
  @Order(10)
  void goesOnWithTheSameDataAfterBothWereKilled() throws IOException, InterruptedException {
    String before = status();
    for (ProcessHandle process : demo.processes()) {
      process.destroyForcibly();
      assertThat(process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().isAlive())
          .isFalse();
    }
    demo.startAgain();
    assertThat(status()).isEqualTo(before).contains("recurrence.interval");
  }

  private static String status() throws IOException, InterruptedException {
    return get(settings.serviceUrl() + "/fhir/Patient/p01/$kindcheck-status").body();
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static void check(String picture) {
    Browser.picture(page, picture);
    assertThat(Browser.barriers(page)).as("barriers on " + picture).isEmpty();
  }
}
