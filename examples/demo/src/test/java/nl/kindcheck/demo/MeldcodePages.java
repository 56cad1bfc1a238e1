package nl.kindcheck.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The Meldcode: its list, one record, its steps and their forms. */
final class MeldcodePages {

  private static final List<String> STEPS =
      List.of("map-signals", "consult", "talk", "weigh", "decide");

  private final App app;
  private final Words words;

  private MeldcodePages(App app) {
    this.app = app;
    this.words = app.words();
  }

  static MeldcodePages open(App app) {
    app.follow(app.words().of("pages.nav.meldcode"));
    app.arrived(app.words().of("meldcode.title"));
    return new MeldcodePages(app);
  }

  /** Opens a record about one child from the Kindcheck that named the concern. */
  MeldcodePages takeUp(String child, String concern, boolean danger) {
    app.press(words.of("meldcode.offer.open"));
    app.arrived(words.of("meldcode.form.new"));
    app.fill(words.of("meldcode.ask.new"), concern);
    app.tick(words.of("meldcode.ask.child"), child);
    app.choose(
        words.of("meldcode.ask.danger-now"),
        words.of("meldcode.answer." + (danger ? "yes" : "no")));
    return kept(words.of("meldcode.heading", "day", "").strip());
  }

  MeldcodePages says(String text) {
    app.says(text);
    return this;
  }

  MeldcodePages dangerIsOver(String how) {
    app.press(words.of("meldcode.danger.over"));
    app.arrived(words.of("meldcode.form.danger-over"));
    app.fill(words.of("meldcode.ask.danger-over"), how);
    return keptOnRecord("meldcode.save");
  }

  /** Goes to a step of the record, 1 to 5. */
  MeldcodePages step(int number) {
    app.follow(titleOf(number));
    app.arrived(titleOf(number));
    return this;
  }

  private String titleOf(int number) {
    return words.of("meldcode.step." + STEPS.get(number - 1));
  }

  /** Opens a form of the step that is shown. */
  MeldcodePages write(String form) {
    app.follow(words.of("meldcode.form." + form));
    app.arrived(words.of("meldcode.form." + form));
    return this;
  }

  MeldcodePages fill(String question, String text) {
    app.fill(words.of(question), text);
    return this;
  }

  MeldcodePages choose(String question, String answer) {
    app.choose(words.of(question), words.of(answer));
    return this;
  }

  /** Keeps what was filled in; then the step shows again. */
  MeldcodePages keepInStep(int number) {
    return kept(titleOf(number));
  }

  MeldcodePages closeStep() {
    app.press(words.of("meldcode.close-step"));
    app.says(words.of("meldcode.saved.yes"));
    assertThat(
            app.page()
                .getByRole(
                    AriaRole.HEADING,
                    new Page.GetByRoleOptions().setName(words.of("meldcode.step-state.done"))))
        .isVisible();
    app.sound("a step that was closed");
    return this;
  }

  MeldcodePages backToRecord() {
    app.follow(words.of("meldcode.back.record"));
    return onRecord();
  }

  MeldcodePages closeRecord(String reason) {
    app.follow(words.of("meldcode.form.close"));
    app.arrived(words.of("meldcode.form.close"));
    app.fill(words.of("meldcode.ask.close"), reason);
    keptOnRecord("meldcode.do.close");
    return says(words.of("meldcode.closed.title"));
  }

  MeldcodePages reopenRecord(String reason) {
    app.press(words.of("meldcode.form.reopen"));
    app.arrived(words.of("meldcode.form.reopen"));
    app.fill(words.of("meldcode.ask.reopen"), reason);
    keptOnRecord("meldcode.do.reopen");
    assertThat(app.page().getByText(words.of("meldcode.closed.title"))).hasCount(0);
    return this;
  }

  MeldcodePages history(String... said) {
    app.follow(words.of("meldcode.history"));
    for (String text : said) {
      app.says(text);
    }
    app.sound("the history of a Meldcode");
    return this;
  }

  private MeldcodePages keptOnRecord(String button) {
    app.press(words.of(button));
    app.says(words.of("meldcode.saved.yes"));
    return onRecord();
  }

  private MeldcodePages onRecord() {
    app.says(words.of("meldcode.steps"));
    app.sound("the record of a Meldcode");
    return this;
  }

  private MeldcodePages kept(String title) {
    app.press(words.of("meldcode.save"));
    assertThat(App.title(app.page())).containsText(title);
    app.sound(title);
    return this;
  }
}
