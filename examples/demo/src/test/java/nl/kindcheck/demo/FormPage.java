package nl.kindcheck.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The form of the whole conversation. Answers are named by their codes. */
final class FormPage {

  private final App app;
  private final Words words;

  private FormPage(App app) {
    this.app = app;
    this.words = app.words();
  }

  /** Opens it from the overview. */
  static FormPage open(App app) {
    app.follow(app.words().of("overview.way.start"));
    app.arrived(app.words().of("start.title"));
    return new FormPage(app);
  }

  /** The same form with what was recorded before, to correct it. */
  static FormPage correcting(App app) {
    app.arrived(app.words().of("correct.title"));
    return new FormPage(app);
  }

  /** The part of one child, the first being 1. */
  ChildPart child(int number) {
    String heading = words.of("form.child-heading") + " " + number;
    Locator part =
        app.page()
            .locator("section")
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        app.page()
                            .getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(heading).setLevel(3))));
    assertThat(part).isVisible();
    return new ChildPart(app, part);
  }

  ChildPart addChild(int number) {
    app.press(words.of("form.add-child"));
    return child(number);
  }

  /** The questions about the family that must have an answer. */
  FormPage family(String pregnancy, String partnerChildren, String otherCarers) {
    app.choose(words.of("ask.pregnancy"), words.of("choice.pregnancy." + pregnancy));
    app.choose(words.of("ask.partner-children"), words.of("choice.answer." + partnerChildren));
    app.choose(words.of("ask.other-carers"), words.of("choice.answer." + otherCarers));
    return this;
  }

  FormPage expected(String month) {
    app.fill(words.of("ask.pregnancy-expected"), month);
    return this;
  }

  FormPage discussed(String gutFeeling) {
    app.choose(words.of("ask.discussed"), words.of("choice.yes-no.yes"));
    return gutFeeling(gutFeeling);
  }

  FormPage gutFeeling(String gutFeeling) {
    app.choose(words.of("ask.gut-feeling"), words.of("choice.gut-feeling." + gutFeeling));
    return this;
  }

  FormPage parentSaid(String said) {
    app.fill(words.of("ask.parent-words"), said);
    return this;
  }

  FormPage outcome(String outcome) {
    app.choose(words.of("ask.outcome"), words.of("choice.outcome." + outcome));
    return this;
  }

  FormPage because(String reason) {
    app.fill(words.of("ask.reason"), reason);
    return this;
  }

  FormPage correctedBecause(String reason) {
    app.fill(words.of("correct.why"), reason);
    return this;
  }

  /** Keeps a draft, and takes over the first step that is then suggested. */
  FormPage takeFirstSuggestion(String owner, String date) {
    app.press(words.of("form.draft"));
    app.says(words.of("suggest.title"));
    app.sound("the form with its suggestions");
    Page.GetByRoleOptions take = new Page.GetByRoleOptions().setName(words.of("suggest.take"));
    app.click(app.page().getByRole(AriaRole.BUTTON, take).first());
    assertThat(app.page().getByLabel(words.of("ask.follow-up.action"))).not().isEmpty();
    app.fill(words.of("ask.follow-up.owner"), owner);
    app.fill(words.of("ask.follow-up.date"), date);
    return this;
  }

  FormPage pictured(String name) {
    Pictures.of(app.page(), name);
    child(1).pictured(app.page(), name + "-child");
    return this;
  }

  DonePage save() {
    app.sound("the form as it is filled in");
    press();
    return DonePage.saved(app);
  }

  /** Presses save, whatever comes of it. */
  void press() {
    app.press(words.of("form.save"));
  }

  DonePage saveCorrection() {
    app.sound("the correction as it is filled in");
    press();
    return DonePage.corrected(app);
  }
}
