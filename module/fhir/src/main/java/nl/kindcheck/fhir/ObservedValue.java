package nl.kindcheck.fhir;

import java.util.Optional;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a claim says into an Observation. An answer "unknown" becomes the reason why there is
 * no value, because a missing value would mean that nobody asked.
 *
 * <p>The compiler makes it complete: the switch names every topic and has no default. That every
 * type of claim has its own topic is tested.
 */
final class ObservedValue {

  private static final String EXPECTED_DELIVERY = "161714006";

  private final Observation observation;

  private ObservedValue(Observation observation) {
    this.observation = observation;
  }

  static void put(Claim claim, Observation observation) {
    ObservedValue value = new ObservedValue(observation);
    Optional<Type> said = value.of(claim);
    if (said.isPresent()) {
      observation.setValue(said.get());
    } else {
      observation.setDataAbsentReason(
          new CodeableConcept(
              new Coding()
                  .setSystem("http://terminology.hl7.org/CodeSystem/data-absent-reason")
                  .setCode("asked-unknown")));
    }
  }

  private Optional<Type> of(Claim claim) {
    return switch (claim.topic()) {
      case CHILD_NAMED -> text(((Claim.ChildNamed) claim).label());
      case RELATION -> relation(((Claim.RelationStated) claim).relation());
      case BIRTH -> date(((Claim.Born) claim).date());
      case RESIDENCE -> lives((Claim.Lives) claim);
      case CUSTODY -> code("custody", ((Claim.CustodyHeld) claim).custody());
      case CONTACT -> code("contact", ((Claim.ContactKept) claim).contact());
      case CARER_WHEN_UNABLE -> text(((Claim.CaredForWhenUnable) claim).by());
      case WHERE_NOW -> text(((Claim.IsNow) claim).where());
      case TRUSTED_ADULT -> text(((Claim.Trusts) claim).adult());
      case WELLBEING -> fares((Claim.Fares) claim);
      case OVER_ADAPTATION -> code("over-adaptation", ((Claim.OverAdapts) claim).overAdaptation());
      case ILLNESS_EXPLAINED ->
          code("illness-explained", ((Claim.WasTold) claim).illnessExplained());
      case OWN_WORDS -> text(((Claim.ChildSaid) claim).words());
      case DOMAIN_STRENGTH, DOMAIN_CONCERN -> seen((Claim.SeenInDomain) claim);
      case DIED, NO_CHILDREN -> Optional.of(new BooleanType(true));
      case UNCHANGED -> date(((Claim.Unchanged) claim).since());
      case PREGNANCY -> pregnancy((Claim.PregnancyStated) claim);
      case PARTNER_CHILDREN -> code("answer", ((Claim.PartnerHasChildren) claim).answer());
      case OTHER_CARERS -> code("answer", ((Claim.OthersCare) claim).answer());
      case CARER -> carer((Claim.CarerNamed) claim);
      case HOUSEHOLD_CHANGE -> changed((Claim.HouseholdChanged) claim);
      case GUT_FEELING -> code("gut-feeling", ((Claim.Felt) claim).gutFeeling());
      case DISCUSSED -> discussed((Claim.DiscussedWithParent) claim);
      case PARENT_WORDS -> text(((Claim.ParentSaid) claim).words());
      case RETRACTED -> code("topic", ((Claim.Retracted) claim).retracted());
    };
  }

  private static Optional<Type> relation(Relation relation) {
    return Optional.of(RelationCodes.concept(relation));
  }

  private Optional<Type> lives(Claim.Lives lives) {
    text(lives.household()).ifPresent(household -> component("household", household));
    return code("residence", lives.residence());
  }

  private Optional<Type> fares(Claim.Fares fares) {
    note(fares.note());
    return code("wellbeing", fares.wellbeing());
  }

  private Optional<Type> seen(Claim.SeenInDomain seen) {
    observation.addCategory(Codings.concept("domain", seen.domain()));
    return text(seen.text());
  }

  private Optional<Type> pregnancy(Claim.PregnancyStated pregnancy) {
    date(pregnancy.expected())
        .ifPresent(
            date ->
                observation
                    .addComponent()
                    .setCode(
                        new CodeableConcept(
                            new Coding()
                                .setSystem("http://snomed.info/sct")
                                .setCode(EXPECTED_DELIVERY)))
                    .setValue(date));
    return code("pregnancy", pregnancy.status());
  }

  private Optional<Type> carer(Claim.CarerNamed carer) {
    component("role", Codings.concept("carer-role", carer.role()));
    text(carer.household()).ifPresent(household -> component("household", household));
    return text(carer.label());
  }

  private Optional<Type> changed(Claim.HouseholdChanged changed) {
    date(changed.on()).ifPresent(on -> component("changed on", on));
    return code("answer", changed.answer());
  }

  private Optional<Type> discussed(Claim.DiscussedWithParent discussed) {
    note(discussed.reason());
    return code("answer", discussed.discussed() ? Answer.YES : Answer.NO);
  }

  private void component(String name, Type value) {
    observation.addComponent().setCode(new CodeableConcept().setText(name)).setValue(value);
  }

  private void note(@Nullable String text) {
    if (text != null) {
      observation.addNote().setText(text);
    }
  }

  private static Optional<Type> code(String system, Coded word) {
    return word.name().equals("UNKNOWN")
        ? Optional.empty()
        : Optional.of(Codings.concept(system, word));
  }

  private static Optional<Type> text(@Nullable String text) {
    return Optional.ofNullable(text).map(StringType::new);
  }

  private static Optional<Type> date(@Nullable PartialDate date) {
    return Optional.ofNullable(date).map(d -> new DateTimeType(d.toString()));
  }
}
