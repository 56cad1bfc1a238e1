package nl.kindcheck.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Kindcheck in a window of its own, as somebody uses it: finds things by the words that a person
 * reads, counts what that person does, and looks at every page on which they arrive.
 */
final class App {

  private final Page page;
  private final boolean scripts;
  private final List<String> complaints = new ArrayList<>();
  private Words words = Words.DUTCH;
  private int actions;

  App(Page page, boolean scripts) {
    this.page = page;
    this.scripts = scripts;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  Words words() {
    return words;
  }

  /** What was done since it was opened: each click, and each field filled. */
  int actions() {
    return actions;
  }

  /** On a page with this title, which nothing is wrong with. */
  App arrived(String title) {
    assertThat(title(page)).hasText(title);
    return sound(title);
  }

  static Locator title(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /** Nothing keeps people out of the page as it is now, and the browser has no complaints. */
  App sound(String where) {
    if (scripts) {
      assertThat(Browser.barriers(page)).as("barriers on: " + where).isEmpty();
    }
    assertThat(complaints).as("complaints of the browser until: " + where).isEmpty();
    return this;
  }

  App inEnglish() {
    page.getByRole(AriaRole.BUTTON, named(words.of("pages.language.other"))).click();
    words = Words.ENGLISH;
    return this;
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  void says(String text) {
    assertThat(page.getByText(text).first()).isVisible();
  }

  void follow(String link) {
    click(link(link));
  }

  void press(String button) {
    click(button(button));
  }

  void click(Locator what) {
    what.click();
    actions++;
  }

  /** Fills the one field that is labelled so. */
  void fill(String label, String text) {
    fill(page.getByLabel(label), text);
  }

  void fill(Locator field, String text) {
    field.fill(text);
    actions++;
  }

  void select(Locator field, String option) {
    field.selectOption(new SelectOption().setLabel(option));
    actions++;
  }

  /** Chooses an answer to the one question that reads so. */
  void choose(String question, String answer) {
    choose(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question)), answer);
  }

  void choose(Locator question, String answer) {
    question
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(answer).setExact(true))
        .check();
    actions++;
  }

  /** Ticks a box of the one question that reads so. */
  void tick(String question, String answer) {
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
        .getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(answer).setExact(true))
        .check();
    actions++;
  }

  /** Opens what is folded under this line. */
  void unfold(String line) {
    click(page.getByText(line, new Page.GetByTextOptions().setExact(true)).first());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
