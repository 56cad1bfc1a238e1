package nl.kindcheck.service.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kindcheck.core.action.ActionCode;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.AgeBand;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Organisations.Organisation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the guide: ours, and those that an organisation puts in their place. */
class GuideFilesTests {

  private static final Organisation HAVEN =
      new Organisation(new UUID(1, 1), "haven", "De Haven", null);
  private static final Organisation DUIN =
      new Organisation(new UUID(1, 2), "duin", "Het Duin", null);
  private static final String GOOD =
      """
      ---
      title: Ons begin
      source: eigen tekst van de Haven
      owner: Team KOPP van de Haven
      status: validated
      review: 2026-12-01
      ---
      Zeg gerust **hallo**.
      """;

  @TempDir private Path folder;

  private static GuideLibrary library(@Nullable Path folder) {
    return new GuideLibrary(new Organisations(List.of(HAVEN, DUIN)), new GuideSettings(folder));
  }

  private void put(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static GuideText text(GuideLibrary library, Organisation at, Locale locale) {
    GuideText text = library.byName(at.tenant(), "opening", locale);
    assertThat(text).isNotNull();
    return text;
  }

  @Test
  void everyTopicIsThereInBothLanguagesAndSaysThatNobodyValidatedIt() {
    for (Locale locale : List.of(Texts.DUTCH, Locale.ENGLISH)) {
      List<GuideText> all = library(null).all(HAVEN.tenant(), locale);
      assertThat(all).extracting(GuideText::topic).containsExactly(GuideTopic.values());
      assertThat(all).extracting(GuideText::status).containsOnly(GuideText.Status.NOT_VALIDATED);
    }
  }

  @Test
  void everyAgeBandHasItsPromptsAndEveryActionTheTopicItNames() {
    for (AgeBand band : AgeBand.values()) {
      assertThat(GuideTopic.of(band).code()).isEqualTo("age-" + band.code());
    }
    for (ActionCode action : ActionCode.values()) {
      if (action.guideTopic() != null) {
        assertThat(Coded.find(GuideTopic.class, action.guideTopic())).as(action.code()).isPresent();
      }
    }
  }

  @Test
  void anOrganisationReplacesATextForItselfAndInOneLanguage() throws IOException {
    put("haven/nl/opening.md", GOOD);
    GuideLibrary library = library(folder);
    GuideText own = text(library, HAVEN, Texts.DUTCH);
    assertThat(own.title()).isEqualTo("Ons begin");
    assertThat(own.status()).isEqualTo(GuideText.Status.VALIDATED);
    assertThat(own.html())
        .isEqualTo("<p class=\"govuk-body\">Zeg gerust <strong>hallo</strong>.</p>\n");
    assertThat(text(library, HAVEN, Locale.ENGLISH).title()).isEqualTo("How you can begin");
    assertThat(text(library, DUIN, Texts.DUTCH).title()).isEqualTo("Zo kunt u beginnen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "source", "owner", "status", "review"})
  void aMissingFieldStopsTheStartAndIsNamedWithItsFile(String field) throws IOException {
    put("haven/nl/opening.md", GOOD.replaceAll("(?m)^" + field + ":.*\n", ""));
    assertThatThrownBy(() -> library(folder))
        .isInstanceOf(GuideUnusable.class)
        .hasMessageContaining("opening.md")
        .hasMessageContaining("\"" + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status: validated|status: looked at",
        "review: 2026-12-01|review: december",
        "review: 2026-12-01|reviewed: 2026-12-01",
        "owner: Team|owner Team",
        "Zeg gerust|---\nZeg gerust",
        "Zeg gerust **hallo**.|"
      })
  void whatCannotBeReadStopsTheStart(String change) throws IOException {
    String[] parts = change.split("\\|", -1);
    String changed =
        parts[0].startsWith("Zeg gerust") && parts[1].startsWith("---")
            ? GOOD.substring(4)
            : GOOD.replace(parts[0], parts[1]);
    put("haven/nl/opening.md", changed);
    assertThatThrownBy(() -> library(folder))
        .isInstanceOf(GuideUnusable.class)
        .hasMessageContaining("opening.md");
  }

  @Test
  void aMistypedNameStopsTheStartInsteadOfBeingLeftOut() throws IOException {
    put("haven/nl/openign.md", GOOD);
    assertThatThrownBy(() -> library(folder)).hasMessageContaining("openign.md");
    Files.delete(folder.resolve("haven/nl/openign.md"));
    put("haven/de/opening.md", GOOD);
    assertThatThrownBy(() -> library(folder)).hasMessageContaining("nl or en");
    Files.delete(folder.resolve("haven/de/opening.md"));
    Files.delete(folder.resolve("haven/de"));
    put("hafen/nl/opening.md", GOOD);
    assertThatThrownBy(() -> library(folder)).hasMessageContaining("hafen");
    assertThatThrownBy(() -> library(folder.resolve("nowhere")))
        .hasMessageContaining("kindcheck.guide.folder");
  }

  @Test
  void aFileOfAnOrganisationCannotCarryAScriptOrAnAddress() throws IOException {
    put(
        "haven/nl/opening.md",
        GOOD
            + """

            <script>alert(1)</script> <img src=x onerror=alert(1)>

            [klik](javascript:alert(1)) ![pixel](https://elders.example/p.png) <https://elders.example>

            # Kop
            """);
    String html = text(library(folder), HAVEN, Texts.DUTCH).html();
    assertThat(html)
        .doesNotContain("<script", "<img", "<a ", "href", "src=\"", "<h1")
        .contains("klik", "&lt;script&gt;");
  }

  @Test
  void theStartSaysWhatToMend() {
    var analysis =
        new GuideUnusableAnalyzer()
            .analyze(new GuideUnusable("haven/nl/why.md", "\"title\" is missing"));
    assertThat(analysis).isNotNull();
    assertThat(analysis.getDescription()).contains("haven/nl/why.md", "\"title\" is missing");
    assertThat(analysis.getAction()).contains("docs/settings.md");
  }
}
