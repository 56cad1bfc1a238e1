package nl.kindcheck.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What follows on saving: the answer that it is kept, the summary, and the way to correct it. */
final class DonePage {

  private final App app;
  private final Words words;

  private DonePage(App app) {
    this.app = app;
    this.words = app.words();
  }

  static DonePage saved(App app) {
    app.arrived(app.words().of("done.title"));
    return new DonePage(app);
  }

  static DonePage corrected(App app) {
    app.arrived(app.words().of("done.corrected"));
    return new DonePage(app);
  }

  /** The outcome as it was recorded. */
  DonePage says(String outcome) {
    app.says(words.of("choice.outcome." + outcome));
    return this;
  }

  /** Opens the summary for the parent, which says all of this. */
  DonePage summary(String... texts) {
    app.follow(words.of("done.summary"));
    app.arrived(words.of("summary.title"));
    for (String text : texts) {
      app.says(text);
    }
    return this;
  }

  /** On the summary: the same as a document to print. */
  DonePage printable() {
    String link = app.link(words.of("summary.print")).getAttribute("href");
    String address = URI.create(app.page().url()).resolve(link).toString();
    APIResponse answer = app.page().context().request().get(address);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
    assertThat(new String(answer.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    return this;
  }

  DonePage backFromSummary() {
    app.follow(words.of("done.back-to-check"));
    assertThat(app.link(words.of("done.correct"))).isVisible();
    return this;
  }

  FormPage correct() {
    app.follow(words.of("done.correct"));
    return FormPage.correcting(app);
  }

  App overview() {
    app.press(words.of("done.back"));
    return app.arrived(words.of("overview.title"));
  }
}
