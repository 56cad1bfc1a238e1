package nl.kindcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The conversation as a clinician walks through it, from the demo EPD on: each walk with a patient
 * of its own. Every page on which it arrives is looked at for barriers.
 */
@ExtendWith(RunningDemo.Extension.class)
class ConversationWalkTests {

  private static RunningDemo demo;

  @BeforeAll
  static void open(RunningDemo running) {
    demo = running;
  }

  @Test
  void aFirstKindcheckWithTwoChildrenOneConcernAndOneConsult() {
    App app = Epd.of(demo).open("p08").start("Intake").followCard().beside();

    FormPage form = FormPage.open(app);
    form.child(1)
        .is("Noor", "3-2019", "own", "with-patient")
        .fares("goes-well", "not-seen", "explained");
    form.addChild(2)
        .is("Sem", "11-2014", "step", "partly-with-patient")
        .fares("concerns", "somewhat", "not-yet")
        .ownWords("Ik let altijd op mama.")
        .inDomainOfChild("Hij voetbalt graag.", "Hij slaapt slecht.");
    DonePage done =
        form.family("no", "no", "yes")
            .discussed("pluis")
            .parentSaid("Ik wil dat Sem weer kan slapen.")
            .outcome("concerns")
            .takeFirstSuggestion("Hanna en haar behandelaar", "14-12-2030")
            .pictured("form")
            .save()
            .says("concerns");
    done.summary("Noor", "Sem", "Hij slaapt slecht.", "Ik wil dat Sem weer kan slapen.")
        .printable();
    Pictures.of(app.page(), "summary");

    done.backFromSummary().overview();
    Pictures.of(app.page(), "overview");
    GuidePages.open(app)
        .read("Als een ouder bang is")
        .pictured("guide")
        .askOfficer("Hoe praat ik met Sem over slapen?");
  }

  @Test
  void aFirstKindcheckIsCorrectedAndHalfAYearLaterNothingHasChanged() {
    Epd epd = Epd.of(demo);
    App app = epd.open("p07").followCard().beside();
    FormPage form = FormPage.open(app);
    form.child(1)
        .is("Mats", "5-2017", "own", "with-patient")
        .fares("goes-well", "not-seen", "explained");
    form.addChild(2)
        .is("Liv", "9-2021", "own", "with-patient")
        .fares("goes-well", "not-seen", "too-young");
    DonePage done =
        form.family("no", "no", "yes")
            .discussed("pluis")
            .outcome("goes-well")
            .save()
            .says("goes-well");
    assertThat(app.actions()).as("a first Kindcheck of two children").isLessThanOrEqualTo(25);

    FormPage correction =
        done.correct().correctedBecause("Zij wil bij Liv toch wel ondersteuning.");
    correction.child(2).fares("support-wanted", "not-seen", "too-young");
    correction.outcome("support-wanted").saveCorrection().says("support-wanted");

    App again = epd.open("p07").halfAYearLater().followCard().beside();
    UnchangedPage.open(again)
        .stillSoAndWell("Mats")
        .stillSoAndWell("Liv")
        .save("pluis")
        .says("goes-well");
    assertThat(again.actions()).as("nothing changed with two children").isLessThanOrEqualTo(5);

    again.press(again.words().of("done.back"));
    again.follow(again.words().of("overview.child.timeline", "name", "Liv"));
    again.arrived(again.words().of("overview.timeline.heading", "name", "Liv"));
    again.says("Zij wil bij Liv toch wel ondersteuning.");
    Pictures.of(again.page(), "timeline");
  }

  @Test
  void aSafetyConcernGoesThroughTheMeldcodeIsClosedAndReopened() {
    App app = Epd.of(demo).open("p09").followCard().beside();
    FormPage form = FormPage.open(app);
    form.child(1)
        .is("Joris", "6-2018", "own", "with-patient")
        .whereNow("Bij de buren, die op hem passen.")
        .fares("concerns", "clearly", "not-yet");
    form.family("no", "no", "no")
        .discussed("niet-pluis")
        .outcome("safety-concern")
        .save()
        .says("safety-concern");

    MeldcodePages meldcode =
        MeldcodePages.open(app).takeUp("Joris", "Joris was 's nachts alleen thuis.", true);
    meldcode
        .says("0800-2000")
        .says("112")
        .says("088 000 00 00 (verzonnen)")
        .dangerIsOver("De buren passen op Joris.");
    signals(meldcode);
    Pictures.of(app.page(), "meldcode");
    talks(meldcode);
    decisions(meldcode);

    meldcode
        .closeRecord("Er is een plan en iemand die het volgt.")
        .reopenRecord("Joris was weer alleen.")
        .history("Er is een plan en iemand die het volgt.", "Joris was weer alleen.");
  }

  private static void signals(MeldcodePages meldcode) {
    meldcode
        .step(1)
        .write("signal")
        .fill("meldcode.ask.signal", "Joris vertelt dat hij alleen wakker werd.")
        .choose("meldcode.ask.perspective", "meldcode.perspective.child")
        .choose("meldcode.ask.nature", "meldcode.nature.fact")
        .keepInStep(1)
        .closeStep()
        .backToRecord()
        .step(2)
        .write("colleague")
        .fill("meldcode.ask.colleague", "De aandachtsfunctionaris")
        .fill("meldcode.ask.advice", "Vraag wie er 's nachts is.")
        .keepInStep(2)
        .write("anonymous")
        .fill("meldcode.ask.anonymous", "Maak afspraken met de buren.")
        .keepInStep(2)
        .closeStep()
        .backToRecord();
  }

  private static void talks(MeldcodePages meldcode) {
    meldcode
        .step(3)
        .write("talk")
        .choose("meldcode.ask.with", "meldcode.involved.parent")
        .fill("meldcode.ask.said", "De vader vertelt dat hij buiten liep.")
        .keepInStep(3)
        .closeStep()
        .backToRecord()
        .step(4)
        .write("weigh");
    for (String question :
        List.of("suspicion", "unsafety", "effective-support", "accepted", "works-in-time")) {
      meldcode
          .choose("meldcode.weighing." + question, "meldcode.answer.yes")
          .fill("meldcode.ask.basis." + question, "Wat Joris en zijn vader vertellen.");
    }
    meldcode.keepInStep(4).closeStep().backToRecord();
  }

  private static void decisions(MeldcodePages meldcode) {
    meldcode
        .step(5)
        .write("decide")
        .choose("meldcode.ask.reporting", "meldcode.verdict.no")
        .fill("meldcode.ask.reasons.reporting", "De buren zijn er elke nacht.")
        .choose("meldcode.ask.support", "meldcode.verdict.yes")
        .fill("meldcode.ask.reasons.support", "De vader wil het.")
        .keepInStep(5)
        .write("account");
    for (String part :
        List.of(
            "assessment", "basis", "actions", "informed", "reactions", "attempts", "agreements")) {
      meldcode.fill("meldcode.account." + part, "Zie de notitie van het gesprek.");
    }
    meldcode
        .keepInStep(5)
        .write("discussed")
        .fill("meldcode.ask.reaction", "De vader is opgelucht.")
        .keepInStep(5)
        .says(Words.DUTCH.of("meldcode.reason.meldcode.recorded"))
        .closeStep()
        .backToRecord();
  }

  @Test
  void aParentWhoDeclinesIsAskedAgainLater() {
    App app = Epd.of(demo).open("p10").followMenu().beside();

    FormPage.open(app)
        .outcome("declined")
        .because("Zij wil eerst rust.")
        .save()
        .says("declined")
        .summary(app.words().of("summary.declined"));
  }

  @Test
  void aWholeKindcheckInEnglish() {
    App app = Epd.of(demo).open("p04").followCard().beside().inEnglish();
    app.arrived(app.words().of("overview.title"));

    FormPage form = FormPage.open(app);
    form.child(1)
        .is("Yara", "2-2020", "own", "with-patient")
        .fares("goes-well", "not-seen", "explained");
    form.family("no", "no", "yes")
        .discussed("pluis")
        .outcome("goes-well")
        .save()
        .says("goes-well")
        .summary("Yara")
        .printable()
        .backFromSummary()
        .overview();
  }

  @Test
  void noChildrenTakesTwoActions() {
    App app = Epd.of(demo).open("p03").followCard().beside();

    noChildren(app).says("no-children");
    assertThat(app.actions()).isLessThanOrEqualTo(2);
  }

  private static DonePage noChildren(App app) {
    app.follow(app.words().of("overview.way.no-children"));
    app.arrived(app.words().of("no-children.title"));
    app.press(app.words().of("no-children.none"));
    return DonePage.saved(app);
  }

  @Test
  void noChildrenWorksWithoutScripts() {
    noChildren(Epd.withoutScripts(demo).open("p03").followMenu().beside()).says("no-children");
  }

  @Test
  void noChildrenWorksWithTheKeyboardAlone() {
    App app = Epd.of(demo).open("p03").followMenu().beside();

    Keyboard keys = new Keyboard(app.page());
    keys.tabTo(app.words().of("overview.way.no-children")).enter();
    app.arrived(app.words().of("no-children.title"));
    keys.tabTo(app.words().of("no-children.none")).enter();
    DonePage.saved(app).says("no-children");
  }
}
