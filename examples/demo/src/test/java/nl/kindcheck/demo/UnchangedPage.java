package nl.kindcheck.demo;

/** The short way for a family in which nothing has changed. */
final class UnchangedPage {

  private final App app;
  private final Words words;

  private UnchangedPage(App app) {
    this.app = app;
    this.words = app.words();
  }

  static UnchangedPage open(App app) {
    app.follow(app.words().of("overview.way.unchanged"));
    app.arrived(app.words().of("unchanged.title"));
    return new UnchangedPage(app);
  }

  UnchangedPage stillSoAndWell(String child) {
    app.choose(child + ": " + words.of("unchanged.ask"), words.of("unchanged.goes-well"));
    return this;
  }

  DonePage save(String gutFeeling) {
    app.choose(words.of("ask.gut-feeling"), words.of("choice.gut-feeling." + gutFeeling));
    app.press(words.of("unchanged.save"));
    return DonePage.saved(app);
  }
}
