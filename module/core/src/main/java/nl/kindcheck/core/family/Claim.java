package nl.kindcheck.core.family;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says: who or what it is about, and the typed value. A sealed set of records, so
 * that a new kind of claim cannot be forgotten by the fold, the storage or the FHIR mapping.
 */
public sealed interface Claim extends Serializable {

  Topic topic();

  /** A claim about one child. */
  sealed interface AboutChild extends Claim {
    ChildId child();
  }

  /** A claim about the family as a whole. */
  sealed interface AboutFamily extends Claim {}

  /**
   * There is this child. It counts until it is corrected with a reason, whoever named it.
   *
   * @param label a first name or a label, never a full name; null where nobody gave one
   */
  record ChildNamed(ChildId child, @Nullable String label) implements AboutChild {

    /** Whether it gives the child a name or label; a blank one is none. */
    boolean hasLabel() {
      return label != null && !label.isBlank();
    }

    @Override
    public Topic topic() {
      return Topic.CHILD_NAMED;
    }
  }

  record RelationStated(ChildId child, Relation relation) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.RELATION;
    }
  }

  /**
   * @param date null where the date of birth is explicitly unknown
   */
  record Born(ChildId child, @Nullable PartialDate date) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.BIRTH;
    }
  }

  /**
   * @param household the label of the household the child lives in; null where not asked
   */
  record Lives(ChildId child, Residence residence, @Nullable String household)
      implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.RESIDENCE;
    }
  }

  record CustodyHeld(ChildId child, Custody custody) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.CUSTODY;
    }
  }

  record ContactKept(ChildId child, Contact contact) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.CONTACT;
    }
  }

  record CaredForWhenUnable(ChildId child, String by) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.CARER_WHEN_UNABLE;
    }
  }

  /**
   * Where the child is now and who cares for it: the first question at a crisis or an admission.
   */
  record IsNow(ChildId child, String where) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.WHERE_NOW;
    }
  }

  record Trusts(ChildId child, String adult) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.TRUSTED_ADULT;
    }
  }

  record Fares(ChildId child, Wellbeing wellbeing, @Nullable String note) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.WELLBEING;
    }
  }

  record OverAdapts(ChildId child, OverAdaptation overAdaptation) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.OVER_ADAPTATION;
    }
  }

  record WasTold(ChildId child, IllnessExplained illnessExplained) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.ILLNESS_EXPLAINED;
    }
  }

  /** The child's own words, verbatim. */
  record ChildSaid(ChildId child, String words) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.OWN_WORDS;
    }
  }

  record SeenInDomain(ChildId child, Domain domain, Valence valence, String text)
      implements AboutChild {
    @Override
    public Topic topic() {
      return valence == Valence.STRENGTH ? Topic.DOMAIN_STRENGTH : Topic.DOMAIN_CONCERN;
    }
  }

  /**
   * All that is known of the child still holds, and how it goes was asked anew.
   *
   * @param since the day on which it was last learned
   */
  record Unchanged(ChildId child, PartialDate since) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.UNCHANGED;
    }
  }

  /** The child died: every prompt and birthday stops at once. */
  record Died(ChildId child) implements AboutChild {
    @Override
    public Topic topic() {
      return Topic.DIED;
    }
  }

  /**
   * The patient says that there are no children in their life. Against a named child it settles
   * nothing.
   */
  record NoChildren() implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.NO_CHILDREN;
    }
  }

  /**
   * @param expected the expected date of birth; null where unknown or where there is no pregnancy
   */
  record PregnancyStated(PregnancyStatus status, @Nullable PartialDate expected)
      implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.PREGNANCY;
    }
  }

  record PartnerHasChildren(Answer answer) implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.PARTNER_CHILDREN;
    }
  }

  record OthersCare(Answer answer) implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.OTHER_CARERS;
    }
  }

  /**
   * @param household the label of the household the carer lives in; null where not asked
   */
  record CarerNamed(CarerId carer, String label, CarerRole role, @Nullable String household)
      implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.CARER;
    }
  }

  /**
   * @param on when it changed; null where unknown
   */
  record HouseholdChanged(Answer answer, @Nullable PartialDate on) implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.HOUSEHOLD_CHANGE;
    }
  }

  record Felt(GutFeeling gutFeeling) implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.GUT_FEELING;
    }
  }

  /**
   * @param reason why it was not discussed; null where it was
   */
  record DiscussedWithParent(boolean discussed, @Nullable String reason) implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.DISCUSSED;
    }
  }

  record ParentSaid(String words) implements AboutFamily {
    @Override
    public Topic topic() {
      return Topic.PARENT_WORDS;
    }
  }

  /** Takes back the statement that is corrected, and puts nothing in its place. */
  record Retracted(Topic retracted) implements AboutFamily {
    public Retracted {
      Objects.requireNonNull(retracted, "retracted");
    }

    @Override
    public Topic topic() {
      return Topic.RETRACTED;
    }
  }
}
