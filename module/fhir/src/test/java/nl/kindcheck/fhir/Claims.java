package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.CarerId;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Contact;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;

/** Every kind of claim, with every value that a code can have. */
final class Claims {

  static final ChildId SAM = new ChildId(new UUID(2, 1));
  private static final CarerId OMA = new CarerId(new UUID(3, 1));
  private static final PartialDate MONTH = PartialDate.parse("2026-05");

  private Claims() {}

  static List<Claim> all() {
    List<Claim> all = new ArrayList<>();
    all.addAll(
        List.of(
            new Claim.ChildNamed(SAM, "Sam"),
            new Claim.ChildNamed(SAM, null),
            new Claim.Born(SAM, PartialDate.parse("2019")),
            new Claim.Born(SAM, PartialDate.parse("2019-03")),
            new Claim.Born(SAM, PartialDate.parse("2019-03-05")),
            new Claim.Born(SAM, null),
            new Claim.CaredForWhenUnable(SAM, "Oma"),
            new Claim.IsNow(SAM, "Bij oma"),
            new Claim.Trusts(SAM, "Juf Els"),
            new Claim.ChildSaid(SAM, "Ik help mama"),
            new Claim.Died(SAM),
            new Claim.Unchanged(SAM, PartialDate.parse("2026-01-12")),
            new Claim.NoChildren(),
            new Claim.DiscussedWithParent(true, null),
            new Claim.DiscussedWithParent(false, "Te moe"),
            new Claim.ParentSaid("Het is zwaar.")));
    each(all, Relation.values(), v -> new Claim.RelationStated(SAM, v));
    each(all, Residence.values(), v -> new Claim.Lives(SAM, v, null));
    each(all, Residence.values(), v -> new Claim.Lives(SAM, v, "bij oma"));
    each(all, Custody.values(), v -> new Claim.CustodyHeld(SAM, v));
    each(all, Contact.values(), v -> new Claim.ContactKept(SAM, v));
    each(all, Wellbeing.values(), v -> new Claim.Fares(SAM, v, null));
    each(all, Wellbeing.values(), v -> new Claim.Fares(SAM, v, "Slaapt slecht"));
    each(all, OverAdaptation.values(), v -> new Claim.OverAdapts(SAM, v));
    each(all, IllnessExplained.values(), v -> new Claim.WasTold(SAM, v));
    each(all, Domain.values(), v -> new Claim.SeenInDomain(SAM, v, Valence.STRENGTH, "Goed"));
    each(all, Domain.values(), v -> new Claim.SeenInDomain(SAM, v, Valence.CONCERN, "Minder"));
    each(all, PregnancyStatus.values(), v -> new Claim.PregnancyStated(v, null));
    each(all, PregnancyStatus.values(), v -> new Claim.PregnancyStated(v, MONTH));
    each(all, Answer.values(), Claim.PartnerHasChildren::new);
    each(all, Answer.values(), Claim.OthersCare::new);
    each(all, CarerRole.values(), v -> new Claim.CarerNamed(OMA, "Oma", v, null));
    each(all, CarerRole.values(), v -> new Claim.CarerNamed(OMA, "Oma", v, "bij oma"));
    each(all, Answer.values(), v -> new Claim.HouseholdChanged(v, null));
    each(all, Answer.values(), v -> new Claim.HouseholdChanged(v, MONTH));
    each(all, GutFeeling.values(), Claim.Felt::new);
    each(all, Topic.values(), Claim.Retracted::new);
    return all;
  }

  private static <V> void each(List<Claim> all, V[] values, Function<V, Claim> claim) {
    Arrays.stream(values).map(claim).forEach(all::add);
  }

  /** The records that a claim can be, found in the sealed type itself. */
  static Stream<Class<?>> types() {
    return leaves(Claim.class);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Claims::leaves)
        : Stream.of(type);
  }
}
