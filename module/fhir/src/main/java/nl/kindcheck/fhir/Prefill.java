package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Residence;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The form with what is already known, so that it is asked once (F20). What may have changed is
 * asked anew and never copied forward (F19): how it goes, over-adaptation, what was explained, the
 * outcome, the gut feeling, whether it was discussed. Children that only the EPD pictures are
 * marked unverified, adults are kept and marked, a child that died is left out.
 */
public final class Prefill {

  /** Past this many months after it, an expected birth says nothing of a pregnancy now. */
  private static final int EXPECTED_MONTHS_AGO = 2;

  private final QuestionnaireResponse response = new QuestionnaireResponse();
  private final LocalDate today;

  private Prefill(LocalDate today) {
    this.today = today;
  }

  /**
   * Fills in what is known and marks what nobody verified.
   *
   * @param encounterReference null where there is none
   * @param pictures what the EPD says, in any order; the latest goes first where they agree on a
   *     child
   * @return a response in progress; it counts for nothing until somebody had the conversation
   */
  public static QuestionnaireResponse of(
      KindcheckForm form,
      String patientReference,
      @Nullable String encounterReference,
      Family known,
      List<FamilyPicture> pictures,
      LocalDate today) {
    Prefill prefill = new Prefill(today);
    prefill.response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
    prefill.response.setQuestionnaire(form.canonicalWithVersion());
    prefill.response.setSubject(new Reference(patientReference));
    if (encounterReference != null) {
      prefill.response.setEncounter(new Reference(encounterReference));
    }
    known.children().stream().filter(child -> !child.died()).forEach(prefill::known);
    Sightings.of(pictures).notAmong(known.children()).stream()
        .filter(sighting -> !sighting.child().deceased() && !sighting.child().ended())
        .forEach(prefill::pictured);
    prefill.expectedDelivery(known, pictures);
    return prefill.response;
  }

  private void known(Child child) {
    QuestionnaireResponseItemComponent group = group(child.birth().orElse(null));
    answer(group, LinkIds.CHILD_ID, new StringType(child.id().toString()));
    child.label().ifPresent(label -> answer(group, LinkIds.CHILD_LABEL, new StringType(label)));
    birth(group, child.birth().orElse(null));
    child.relation().ifPresent(r -> answer(group, LinkIds.CHILD_RELATION, "relation", r));
    Optional<Claim.Lives> lives = child.residence();
    lives.ifPresent(l -> answer(group, LinkIds.CHILD_RESIDENCE, "residence", l.residence()));
    lives
        .map(Claim.Lives::household)
        .ifPresent(label -> answer(group, LinkIds.CHILD_HOUSEHOLD, new StringType(label)));
    child.custody().ifPresent(c -> answer(group, LinkIds.CHILD_CUSTODY, "custody", c));
  }

  private void pictured(Sightings.Sighting sighting) {
    PicturedChild child = sighting.child();
    QuestionnaireResponseItemComponent group = group(child.birth());
    mark(group, Extensions.UNVERIFIED);
    LocalDate date = sighting.date();
    if (date == null) {
      mark(group, Extensions.UNDATED);
    } else {
      group.addExtension(Extensions.PICTURE_DATE, new DateType(date.toString()));
    }
    if (child.label() != null) {
      answer(group, LinkIds.CHILD_LABEL, new StringType(child.label()));
    }
    birth(group, child.birth());
    if (child.relation() != null) {
      answer(group, LinkIds.CHILD_RELATION, "relation", child.relation());
    }
    if (child.atHome() != null) {
      Residence residence = child.atHome() ? Residence.WITH_PATIENT : Residence.ELSEWHERE;
      answer(group, LinkIds.CHILD_RESIDENCE, "residence", residence);
    }
  }

  private QuestionnaireResponseItemComponent group(@Nullable PartialDate birth) {
    QuestionnaireResponseItemComponent group = response.addItem().setLinkId(LinkIds.CHILDREN);
    if (birth != null && !birth.lastDay().plusYears(Child.ADULT).isAfter(today)) {
      mark(group, Extensions.ADULT);
    }
    return group;
  }

  private void expectedDelivery(Family known, List<FamilyPicture> pictures) {
    Optional<Pregnancy> stated = known.pregnancy();
    boolean told = stated.isPresent() && stated.get().status() != PregnancyStatus.UNKNOWN;
    // Once somebody spoke about a pregnancy their word holds: an EPD that still pictures a
    // pregnancy that ended must not bring it up again.
    Optional<PartialDate> expected =
        told
            ? stated.filter(Pregnancy::ongoing).map(Pregnancy::expected)
            : pictures.stream()
                .flatMap(picture -> Optional.ofNullable(picture.expectedDelivery()).stream())
                .filter(date -> !date.lastDay().isBefore(today.minusMonths(EXPECTED_MONTHS_AGO)))
                .max(PartialDate::compareTo);
    expected.ifPresent(
        date -> {
          QuestionnaireResponseItemComponent item =
              response.addItem().setLinkId(LinkIds.PREGNANCY_EXPECTED);
          item.addAnswer().setValue(new DateType(date.toString()));
          if (!told) {
            mark(item, Extensions.UNVERIFIED);
          }
        });
  }

  private static void birth(QuestionnaireResponseItemComponent group, @Nullable PartialDate birth) {
    if (birth != null) {
      answer(group, LinkIds.CHILD_BIRTH, new DateType(birth.toString()));
    }
  }

  private static void answer(
      QuestionnaireResponseItemComponent group, String linkId, String system, Coded word) {
    answer(group, linkId, Codings.coding(system, word));
  }

  private static void answer(QuestionnaireResponseItemComponent group, String linkId, Type value) {
    group.addItem().setLinkId(linkId).addAnswer().setValue(value);
  }

  private static void mark(QuestionnaireResponseItemComponent item, String extension) {
    item.addExtension(extension, new BooleanType(true));
  }
}
