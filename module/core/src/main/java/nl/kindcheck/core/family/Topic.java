package nl.kindcheck.core.family;

/** What a statement is about. Published as the code of the statement's Observation. */
public enum Topic implements Coded {
  CHILD_NAMED,
  RELATION,
  BIRTH,
  RESIDENCE,
  CUSTODY,
  CONTACT,
  CARER_WHEN_UNABLE,
  WHERE_NOW,
  TRUSTED_ADULT,
  WELLBEING,
  OVER_ADAPTATION,
  ILLNESS_EXPLAINED,
  OWN_WORDS,
  DOMAIN_STRENGTH,
  DOMAIN_CONCERN,
  DIED,
  UNCHANGED,
  NO_CHILDREN,
  PREGNANCY,
  PARTNER_CHILDREN,
  OTHER_CARERS,
  CARER,
  HOUSEHOLD_CHANGE,
  GUT_FEELING,
  DISCUSSED,
  PARENT_WORDS,
  RETRACTED
}
