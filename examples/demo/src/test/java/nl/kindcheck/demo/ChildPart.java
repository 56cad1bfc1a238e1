package nl.kindcheck.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What the form asks about one child. Answers are named by their codes. */
final class ChildPart {

  private final App app;
  private final Words words;
  private final Locator part;

  ChildPart(App app, Locator part) {
    this.app = app;
    this.words = app.words();
    this.part = part;
  }

  ChildPart is(String name, String birth, String relation, String residence) {
    app.fill(labelled("ask.children.label"), name);
    app.fill(labelled("ask.children.birth"), birth);
    app.select(labelled("ask.children.relation"), words.of("choice.relation." + relation));
    app.select(labelled("ask.children.residence"), words.of("choice.residence." + residence));
    return this;
  }

  ChildPart fares(String wellbeing, String overAdaptation, String illnessExplained) {
    choose("wellbeing", wellbeing);
    choose("over-adaptation", overAdaptation);
    choose("illness-explained", illnessExplained);
    return this;
  }

  ChildPart whereNow(String text) {
    unfold("form.more-facts");
    app.fill(labelled("ask.children.where-now"), text);
    return this;
  }

  ChildPart ownWords(String said) {
    unfold("form.words");
    app.fill(labelled("ask.children.own-words"), said);
    return this;
  }

  /** What is strong and what gives concern, in the domain of the child itself. */
  ChildPart inDomainOfChild(String strength, String concern) {
    unfold("form.domains");
    app.fill(labelled("ask.children.strengths").first(), strength);
    app.fill(labelled("ask.children.concerns").first(), concern);
    return this;
  }

  ChildPart pictured(Page page, String name) {
    Pictures.of(page, part, name);
    return this;
  }

  private void unfold(String line) {
    app.click(part.getByText(words.of(line)));
  }

  private Locator labelled(String key) {
    return part.getByLabel(words.of(key));
  }

  private void choose(String question, String code) {
    Locator group =
        part.getByRole(
            AriaRole.GROUP,
            new Locator.GetByRoleOptions().setName(words.of("ask.children." + question)));
    app.choose(group, words.of("choice." + question + "." + code));
  }
}
