package nl.kindcheck.service.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.family.Wellbeing;
import org.jspecify.annotations.Nullable;

/**
 * A child as the overview shows it. What is null was not asked, which is something else than no.
 *
 * @param number which child it is, from 1, for one without a label
 * @param birth null where unknown or not asked
 * @param birthAsked whether it was asked; an unknown birth was
 * @param wellbeing what each perspective last said, the latest first
 * @param adapts whether the child adapts itself too much
 * @param explained whether the illness was explained to the child
 * @param trusted the adult whom the child trusts
 * @param carer who cares when the patient cannot
 */
record ChildCard(
    String id,
    int number,
    @Nullable String label,
    @Nullable PartialDate birth,
    boolean birthAsked,
    @Nullable Relation relation,
    Claim.@Nullable Lives lives,
    List<Fared> wellbeing,
    @Nullable OverAdaptation adapts,
    @Nullable IllnessExplained explained,
    @Nullable String trusted,
    @Nullable String carer,
    boolean onlyParentHeard,
    boolean unverified,
    boolean adult,
    boolean died) {

  /** How it goes by one perspective. */
  record Fared(Wellbeing wellbeing, Perspective perspective, PartialDate on) {}

  static ChildCard of(Child child, int number, LocalDate today) {
    Claim.WasTold told = Told.last(child, Claim.WasTold.class);
    Claim.OverAdapts adapts = Told.last(child, Claim.OverAdapts.class);
    Claim.Trusts trusts = Told.last(child, Claim.Trusts.class);
    Claim.CaredForWhenUnable cared = Told.last(child, Claim.CaredForWhenUnable.class);
    return new ChildCard(
        child.id().value().toString(),
        number,
        child.label().orElse(null),
        child.birth().orElse(null),
        Told.last(child, Claim.Born.class) != null,
        child.relation().orElse(null),
        child.residence().orElse(null),
        Told.lastOfEach(child, Topic.WELLBEING).stream()
            .map(ChildCard::fared)
            .flatMap(Optional::stream)
            .toList(),
        adapts == null ? null : adapts.overAdaptation(),
        told == null ? null : told.illnessExplained(),
        trusts == null ? null : trusts.adult(),
        cared == null ? null : cared.by(),
        Told.onlyByParent(child),
        Told.onlyByThirdParty(child),
        child.isAdultOn(today),
        child.died());
  }

  private static Optional<Fared> fared(Statement s) {
    return s.claim() instanceof Claim.Fares fares
        ? Optional.of(new Fared(fares.wellbeing(), s.perspective(), s.observedAt()))
        : Optional.empty();
  }

  /** Whether anybody spoke of somebody who stands beside the child. */
  public boolean hasSupport() {
    return trusted != null || carer != null;
  }
}
