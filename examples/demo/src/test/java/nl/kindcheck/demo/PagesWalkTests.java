package nl.kindcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the main pages cost whoever opens them: time on a thin line, jumps, scrolling sideways. */
@ExtendWith(RunningDemo.Extension.class)
class PagesWalkTests {

  private static final long MOST_BYTES = 200_000;
  private static final int NARROWEST = 320;

  /** What is left of a window of 1280 by 1024 at 400 %. */
  private static final int ENLARGED_HEIGHT = 256;

  private static RunningDemo demo;

  @BeforeAll
  static void open(RunningDemo running) {
    demo = running;
  }

  @Test
  void eachIsLightWhenItIsOpenedForTheFirstTime() {
    onEachPage(
        page -> assertThat(Measure.transfer(page)).as(page.url()).isBetween(1_000L, MOST_BYTES));
  }

  @Test
  void nothingMovesByItselfWhileItOpens() {
    onEachPage(page -> assertThat(Measure.shift(page)).as(page.url()).isZero());
  }

  @Test
  void noneScrollsSidewaysOnASmallScreenOrEnlarged() {
    onEachPage(
        page -> {
          assertThat(Measure.overflow(page, NARROWEST, 800)).as(page.url()).isZero();
          assertThat(Measure.overflow(page, NARROWEST, ENLARGED_HEIGHT)).as(page.url()).isZero();
        });
  }

  private static void onEachPage(Consumer<Page> look) {
    App app = Epd.of(demo).open("p02").followMenu().beside();
    look.accept(app.page());
    FormPage.open(app);
    look.accept(app.page());
    GuidePages.open(app);
    look.accept(app.page());
    MeldcodePages.open(app);
    look.accept(app.page());
  }

  /** A draft that is on its way has a version that the page does not know yet. */
  @Test
  void whatIsSentWaitsForTheDraftBeforeIt() {
    App app = Epd.of(demo).open("p06").followMenu().beside();
    FormPage form = FormPage.open(app);
    LateAnswers drafts = new LateAnswers(app.page(), "*/kindcheck/draft");

    form.outcome("declined");
    drafts.await();
    form.because("Niet vandaag.").press();
    drafts.letThrough();

    DonePage.saved(app).says("declined");
  }
}
