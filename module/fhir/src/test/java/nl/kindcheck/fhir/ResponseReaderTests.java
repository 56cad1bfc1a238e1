package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.code;
import static nl.kindcheck.fhir.Form.date;
import static nl.kindcheck.fhir.Form.group;
import static nl.kindcheck.fhir.Form.outcome;
import static nl.kindcheck.fhir.Form.text;
import static nl.kindcheck.fhir.Form.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Contact;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.core.rule.UnclearBecause;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class ResponseReaderTests {

  /** Everything that can be said of one child. */
  private static final QuestionnaireResponseItemComponent SAM =
      child(
          text("children.where-now", "Bij oma"),
          text("children.label", " Sam "),
          date("children.birth", "2019-03"),
          code("children.relation", "own"),
          code("children.residence", "partly-with-patient"),
          text("children.household", "bij oma"),
          code("children.custody", "shared"),
          code("children.contact", "supervised"),
          text("children.carer-when-unable", "Oma"),
          text("children.trusted-adult", "Juf Els"),
          code("children.wellbeing", "support-wanted"),
          text("children.wellbeing-note", "Slaapt slecht"),
          code("children.over-adaptation", "somewhat"),
          code("children.illness-explained", "not-yet"),
          text("children.own-words", "Ik help mama"),
          group(
              "children.domain-network",
              Form.item(
                  "children.domain-network.strengths",
                  new StringType("Voetbal"),
                  new StringType("Oma")),
              text("children.domain-network.concerns", "Weinig vrienden")),
          date("children.unchanged", "2026-01-01"),
          yes("children.died"));

  @Test
  void everythingSaidOfAChildBecomesAClaim() {
    Conversation read = Readings.read(Form.of(outcome("support-wanted"), SAM.copy()));
    ChildId sam = read.children().get(0);
    assertThat(read.said())
        .extracting(Conversation.Said::claim)
        .containsExactly(
            new Claim.ChildNamed(sam, "Sam"),
            new Claim.IsNow(sam, "Bij oma"),
            new Claim.Born(sam, PartialDate.parse("2019-03")),
            new Claim.RelationStated(sam, Relation.OWN),
            new Claim.Lives(sam, Residence.PARTLY_WITH_PATIENT, "bij oma"),
            new Claim.CustodyHeld(sam, Custody.SHARED),
            new Claim.ContactKept(sam, Contact.SUPERVISED),
            new Claim.CaredForWhenUnable(sam, "Oma"),
            new Claim.Trusts(sam, "Juf Els"),
            new Claim.Fares(sam, Wellbeing.SUPPORT_WANTED, "Slaapt slecht"),
            new Claim.OverAdapts(sam, OverAdaptation.SOMEWHAT),
            new Claim.WasTold(sam, IllnessExplained.NOT_YET),
            new Claim.ChildSaid(sam, "Ik help mama"),
            new Claim.SeenInDomain(sam, Domain.NETWORK, Valence.STRENGTH, "Voetbal"),
            new Claim.SeenInDomain(sam, Domain.NETWORK, Valence.STRENGTH, "Oma"),
            new Claim.SeenInDomain(sam, Domain.NETWORK, Valence.CONCERN, "Weinig vrienden"),
            new Claim.Unchanged(sam, PartialDate.parse("2026-01-01")),
            new Claim.Died(sam));
    assertThat(read.said())
        .extracting(Conversation.Said::observedAt)
        .containsOnly(PartialDate.parse("2026-01-12"));
  }

  @Test
  void everythingSaidOfTheWholeBecomesAClaim() {
    Conversation read =
        Readings.read(
            Form.of(
                outcome("unclear"),
                code("outcome-unclear", "unclear", "not-taken-over"),
                code("pregnancy", "yes"),
                date("pregnancy-expected", "2026-05"),
                code("partner-children", "answer", "unknown"),
                code("other-carers", "answer", "yes"),
                group(
                    "carers",
                    text("carers.label", "Oma"),
                    code("carers.role", "carer-role", "grandparent"),
                    text("carers.household", "bij oma")),
                code("household-change", "answer", "yes"),
                date("household-change-date", "2025-12"),
                code("discussed", "answer", "no"),
                text("discussed-reason", "Te moe"),
                code("gut-feeling", "twijfel"),
                text("parent-words", "Het is zwaar.")));
    assertThat(read.outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(read.unclearBecause()).isEqualTo(UnclearBecause.NOT_TAKEN_OVER);
    assertThat(read.author()).isEqualTo("Practitioner/noor");
    assertThat(read.on()).isEqualTo(LocalDate.parse("2026-01-12"));
    Claim carer = read.said().get(3).claim();
    assertThat(carer).isInstanceOf(Claim.CarerNamed.class);
    assertThat(((Claim.CarerNamed) carer).role()).isEqualTo(CarerRole.GRANDPARENT);
    assertThat(read.said())
        .extracting(Conversation.Said::claim)
        .containsExactly(
            new Claim.PregnancyStated(PregnancyStatus.YES, PartialDate.parse("2026-05")),
            new Claim.PartnerHasChildren(Answer.UNKNOWN),
            new Claim.OthersCare(Answer.YES),
            carer,
            new Claim.HouseholdChanged(Answer.YES, PartialDate.parse("2025-12")),
            new Claim.DiscussedWithParent(false, "Te moe"),
            new Claim.Felt(GutFeeling.TWIJFEL),
            new Claim.ParentSaid("Het is zwaar."));
  }

  @Test
  void aPostponementKeepsItsReasonAndItsDay() {
    Conversation read =
        Readings.read(
            Form.of(
                outcome("postponed"),
                text("reason", " Te moe. "),
                date("postponed-until", "2026-01-20")));
    assertThat(read.reason()).isEqualTo("Te moe.");
    assertThat(read.postponedUntil()).isEqualTo(LocalDate.parse("2026-01-20"));
    assertThat(Readings.completeness(read, Readings.NOBODY).standing())
        .isEqualTo(Standing.CONSIDERED);
  }

  @Test
  void whoseAnAnswerIsFollowsFromTheQuestionWhereNobodySays() {
    Conversation read =
        Readings.read(
            Form.of(
                outcome("no-children"),
                SAM.copy(),
                code("discussed", "answer", "yes"),
                code("gut-feeling", "pluis"),
                text("parent-words", "Goed.")));
    assertThat(whose(read, "children.birth")).isEqualTo("PARENT FACT");
    assertThat(whose(read, "children.illness-explained")).isEqualTo("PARENT FACT");
    assertThat(whose(read, "children.wellbeing")).isEqualTo("PARENT OPINION");
    assertThat(whose(read, "children.over-adaptation")).isEqualTo("PARENT OPINION");
    assertThat(whose(read, "children.domain-network.concerns")).isEqualTo("PARENT OPINION");
    assertThat(whose(read, "children.own-words")).isEqualTo("CHILD OPINION");
    assertThat(whose(read, "children.trusted-adult")).isEqualTo("CHILD FACT");
    assertThat(whose(read, "outcome")).isEqualTo("PARENT FACT");
    assertThat(whose(read, "discussed")).isEqualTo("CLINICIAN FACT");
    assertThat(whose(read, "gut-feeling")).isEqualTo("CLINICIAN OPINION");
    assertThat(whose(read, "parent-words")).isEqualTo("PARENT OPINION");
  }

  @Test
  void whoseAnAnswerIsIsStatedOnTheAnswerElseItsItemElseTheGroupsAroundIt() {
    QuestionnaireResponseItemComponent sam = Form.by(SAM.copy(), "home-visit");
    Form.by(sam.getItem().get(3), "third-party");
    Form.by(sam.getItem().get(4), "third-party");
    Form.as(Form.by(sam.getItem().get(4).getAnswerFirstRep(), "other-parent"), "opinion");
    Form.by(sam.getItem().get(15), "clinician");
    Conversation read = Readings.read(Form.of(sam));
    assertThat(whose(read, "children.birth")).isEqualTo("HOME_VISIT FACT");
    assertThat(whose(read, "children.own-words")).isEqualTo("HOME_VISIT OPINION");
    assertThat(whose(read, "children.relation")).isEqualTo("THIRD_PARTY FACT");
    assertThat(whose(read, "children.residence")).isEqualTo("OTHER_PARENT OPINION");
    assertThat(whose(read, "children.domain-network.concerns")).isEqualTo("CLINICIAN OPINION");
  }

  @Test
  void whatWasOnlyPrefilledIsNotTheParentsWord() {
    QuestionnaireResponseItemComponent group =
        child(date("children.birth", "2019-03"), code("children.residence", "with-patient"));
    group.addExtension(Extensions.UNVERIFIED, new BooleanType(true));
    group.addExtension(Extensions.PICTURE_DATE, new DateType("2020-05-01"));
    Conversation read = Readings.read(Form.of(outcome("goes-well"), group));
    assertThat(read.said())
        .extracting(Conversation.Said::perspective)
        .containsOnly(Perspective.THIRD_PARTY);
    assertThat(read.said())
        .extracting(Conversation.Said::observedAt)
        .containsOnly(PartialDate.parse("2020-05-01"));
  }

  @Test
  void whatNoEpdPicturesWasAskedNowAlsoOfAPrefilledChild() {
    QuestionnaireResponseItemComponent group =
        child(date("children.birth", "2019-03"), code("children.wellbeing", "goes-well"));
    group.addExtension(Extensions.UNVERIFIED, new BooleanType(true));
    group.addExtension(Extensions.PICTURE_DATE, new DateType("2020-05-01"));
    assertThat(Readings.read(Form.of(outcome("goes-well"), group)).said())
        .filteredOn(said -> said.claim() instanceof Claim.Fares)
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.perspective()).isEqualTo(Perspective.PARENT);
              assertThat(said.observedAt()).isEqualTo(PartialDate.parse("2026-01-12"));
            });
  }

  @Test
  void aPictureOfLaterThanTheConversationIsOfItsDay() {
    QuestionnaireResponseItemComponent group = child(date("children.birth", "2019-03"));
    group.addExtension(Extensions.UNVERIFIED, new BooleanType(true));
    group.addExtension(Extensions.PICTURE_DATE, new DateType("2029"));
    assertThat(Readings.read(Form.of(group)).said())
        .extracting(Conversation.Said::observedAt)
        .containsOnly(PartialDate.parse("2026-01-12"));
  }

  @Test
  void anUnknownBirthIsAnAnswerAndAFalseTickIsNone() {
    Conversation read =
        Readings.read(
            Form.of(
                child(text("children.label", "Sam"), yes("children.birth-unknown")),
                child(
                    text("children.label", "Noor"),
                    Form.item("children.birth-unknown", new BooleanType(false)),
                    Form.item("children.died", new BooleanType(false)))));
    assertThat(read.said())
        .extracting(Conversation.Said::claim)
        .containsExactly(
            new Claim.ChildNamed(read.children().get(0), "Sam"),
            new Claim.Born(read.children().get(0), null),
            new Claim.ChildNamed(read.children().get(1), "Noor"));
  }

  @Test
  void noChildrenIsSaidByThatOutcomeAlone() {
    assertThat(Readings.read(Form.of(outcome("no-children"))).said())
        .extracting(Conversation.Said::claim)
        .containsExactly(new Claim.NoChildren());
    assertThat(Readings.read(Form.of(outcome("declined"))).said()).isEmpty();
  }

  @Test
  void aBareResponseIsReadAndCountsForNothing() {
    Conversation read = Readings.read(Form.of(outcome("goes-well")));
    assertThat(read.outcome()).isEqualTo(Outcome.GOES_WELL);
    assertThat(read.said()).isEmpty();
    assertThat(Readings.completeness(read, Readings.NOBODY).standing())
        .isEqualTo(Standing.INCOMPLETE);
  }

  @Test
  void anEmptyResponseIsReadToo() {
    assertThat(Readings.read(Form.of()).outcome()).isNull();
  }

  @Test
  void anAnswerToAQuestionThatWasNotOpenedSaysNothing() {
    Conversation read = Readings.read(Form.of(date("pregnancy-expected", "2026-05")));
    assertThat(read.said()).isEmpty();
  }

  @Test
  void everyClaimNamesThePlaceItStandsIn() {
    QuestionnaireResponse response = Form.of(outcome("no-children"), SAM.copy());
    Conversation read = Readings.read(response);
    assertThat(read.said()).isNotEmpty();
    for (Conversation.Said said : read.said()) {
      List<IBase> found = Fhir.R4.newFhirPath().evaluate(response, said.path(), IBase.class);
      assertThat(found).as(said.path()).hasSize(1);
    }
  }

  @Test
  void aKnownCarerKeepsItsId() {
    QuestionnaireResponse oma =
        Form.of(
            group(
                "carers",
                text("carers.label", "Oma"),
                code("carers.role", "carer-role", "grandparent")));
    Family known = Readings.knownFrom(oma);
    assertThat(Readings.read(oma, known).said().get(0).claim()).isEqualTo(known.carers().get(0));
    assertThat(Readings.read(oma).said().get(0).claim()).isNotEqualTo(known.carers().get(0));
  }

  private static String whose(Conversation read, String linkId) {
    Conversation.Said said =
        read.said().stream().filter(s -> s.linkId().equals(linkId)).findFirst().orElseThrow();
    Perspective perspective = said.perspective();
    Nature nature = said.nature();
    return perspective + " " + nature;
  }
}
