package nl.kindcheck.demo;

/** The guide to the conversation, and the question to the officer. */
final class GuidePages {

  private final App app;
  private final Words words;

  private GuidePages(App app) {
    this.app = app;
    this.words = app.words();
  }

  static GuidePages open(App app) {
    app.follow(app.words().of("pages.nav.guide"));
    app.arrived(app.words().of("guide.title"));
    return new GuidePages(app);
  }

  /** Unfolds a text, and sees where it comes from. */
  GuidePages read(String title) {
    app.unfold(title);
    return this;
  }

  GuidePages pictured(String name) {
    Pictures.of(app.page(), name);
    return this;
  }

  GuidePages askOfficer(String question) {
    app.follow(words.of("guide.consult.link"));
    app.arrived(words.of("guide.consult.title"));
    app.fill(words.of("guide.consult.question"), question);
    app.press(words.of("guide.consult.send"));
    app.arrived(words.of("guide.consult.sent.title"));
    app.says(question);
    return this;
  }
}
