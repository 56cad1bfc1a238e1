package nl.kindcheck.core;

import java.util.UUID;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.CarerId;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Contact;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Wellbeing;

/** Families that do not exist, told on 12 January 2026; a test changes one thing. */
public final class Families {

  /** Anja's eldest, born in March 2019, at home. */
  public static final ChildId NOOR = new ChildId(new UUID(2, 1));

  /** Anja's youngest, born on 20 November 2023, half the week with his father. */
  public static final ChildId SAM = new ChildId(new UUID(2, 2));

  /** The grandchild whom Henk raises, of whose birth only the year is known: 2014. */
  public static final ChildId LOTTE = new ChildId(new UUID(2, 3));

  /** The father of Sam, in a household of his own. */
  public static final CarerId FATHER = new CarerId(new UUID(3, 1));

  private Families() {}

  /** Nobody told anything. */
  public static Telling nobody() {
    return new Telling();
  }

  /** Anja: two children, a thin network, one other parent. */
  public static Telling anja() {
    return new Telling()
        .says(
            new Claim.ChildNamed(NOOR, "Noor"),
            new Claim.Born(NOOR, PartialDate.parse("2019-03")),
            new Claim.RelationStated(NOOR, Relation.OWN),
            new Claim.Lives(NOOR, Residence.WITH_PATIENT, "Anja"),
            new Claim.Fares(NOOR, Wellbeing.GOES_WELL, null),
            new Claim.OverAdapts(NOOR, OverAdaptation.SOMEWHAT),
            new Claim.WasTold(NOOR, IllnessExplained.NOT_YET),
            new Claim.ChildNamed(SAM, "Sam"),
            new Claim.Born(SAM, PartialDate.parse("2023-11-20")),
            new Claim.RelationStated(SAM, Relation.OWN),
            new Claim.Lives(SAM, Residence.PARTLY_WITH_PATIENT, "Anja"),
            new Claim.Fares(SAM, Wellbeing.GOES_WELL, null),
            new Claim.OverAdapts(SAM, OverAdaptation.NOT_SEEN),
            new Claim.WasTold(SAM, IllnessExplained.TOO_YOUNG),
            new Claim.OthersCare(Answer.YES),
            new Claim.CarerNamed(FATHER, "Vader van Sam", CarerRole.OTHER_PARENT, "Vader"),
            new Claim.PregnancyStated(PregnancyStatus.NO, null),
            new Claim.PartnerHasChildren(Answer.NO));
  }

  /** Henk raises his granddaughter; his daughter lost custody and has no contact. */
  public static Telling grandfatherRaisingAChild() {
    return new Telling()
        .says(
            new Claim.ChildNamed(LOTTE, "Lotte"),
            new Claim.Born(LOTTE, PartialDate.parse("2014")),
            new Claim.RelationStated(LOTTE, Relation.GRANDCHILD),
            new Claim.Lives(LOTTE, Residence.WITH_PATIENT, "Henk"),
            new Claim.CustodyHeld(LOTTE, Custody.OTHER),
            new Claim.ContactKept(LOTTE, Contact.REGULAR),
            new Claim.Fares(LOTTE, Wellbeing.SUPPORT_WANTED, null),
            new Claim.OverAdapts(LOTTE, OverAdaptation.CLEARLY),
            new Claim.WasTold(LOTTE, IllnessExplained.EXPLAINED),
            new Claim.OthersCare(Answer.NO),
            new Claim.PregnancyStated(PregnancyStatus.NO, null),
            new Claim.PartnerHasChildren(Answer.NO));
  }

  /** Mila expects her first child in September 2026. */
  public static Telling milaWhoExpectsAChild() {
    return new Telling()
        .says(
            new Claim.OthersCare(Answer.UNKNOWN),
            new Claim.PregnancyStated(PregnancyStatus.YES, PartialDate.parse("2026-09")),
            new Claim.PartnerHasChildren(Answer.NO));
  }
}
