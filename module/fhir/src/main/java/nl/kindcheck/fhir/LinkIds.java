package nl.kindcheck.fhir;

import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.Valence;

/** The items of the Questionnaire that the code reads or fills. */
final class LinkIds {

  static final String OUTCOME = "outcome";
  static final String OUTCOME_UNCLEAR = "outcome-unclear";
  static final String REASON = "reason";
  static final String POSTPONED_UNTIL = "postponed-until";

  static final String CHILDREN = "children";
  static final String CHILD_ID = "children.id";
  static final String CHILD_LABEL = "children.label";
  static final String CHILD_BIRTH = "children.birth";
  static final String CHILD_BIRTH_UNKNOWN = "children.birth-unknown";
  static final String CHILD_RELATION = "children.relation";
  static final String CHILD_RESIDENCE = "children.residence";
  static final String CHILD_HOUSEHOLD = "children.household";
  static final String CHILD_CUSTODY = "children.custody";
  static final String CHILD_CONTACT = "children.contact";
  static final String CHILD_WHERE_NOW = "children.where-now";
  static final String CHILD_CARER_WHEN_UNABLE = "children.carer-when-unable";
  static final String CHILD_TRUSTED_ADULT = "children.trusted-adult";
  static final String CHILD_WELLBEING = "children.wellbeing";
  static final String CHILD_WELLBEING_NOTE = "children.wellbeing-note";
  static final String CHILD_OVER_ADAPTATION = "children.over-adaptation";
  static final String CHILD_ILLNESS_EXPLAINED = "children.illness-explained";
  static final String CHILD_OWN_WORDS = "children.own-words";
  static final String CHILD_UNCHANGED = "children.unchanged";
  static final String CHILD_DIED = "children.died";

  static final String PREGNANCY = "pregnancy";
  static final String PREGNANCY_EXPECTED = "pregnancy-expected";
  static final String PARTNER_CHILDREN = "partner-children";
  static final String OTHER_CARERS = "other-carers";
  static final String CARERS = "carers";
  static final String CARER_LABEL = "carers.label";
  static final String CARER_ROLE = "carers.role";
  static final String CARER_HOUSEHOLD = "carers.household";
  static final String HOUSEHOLD_CHANGE = "household-change";
  static final String HOUSEHOLD_CHANGE_DATE = "household-change-date";
  static final String DISCUSSED = "discussed";
  static final String DISCUSSED_REASON = "discussed-reason";
  static final String GUT_FEELING = "gut-feeling";
  static final String PARENT_WORDS = "parent-words";
  static final String FOLLOW_UP_DATE = "follow-up.date";

  private LinkIds() {}

  static String domain(Domain domain) {
    return CHILDREN + ".domain-" + domain.code();
  }

  /** The strengths or the concerns in one domain. */
  static String inDomain(Domain domain, Valence valence) {
    return domain(domain) + (valence == Valence.STRENGTH ? ".strengths" : ".concerns");
  }

  /** A first name, a label, or the label of a household: short, never a story. */
  static boolean isLabel(String linkId) {
    return linkId.endsWith(".label") || linkId.endsWith(".household");
  }
}
