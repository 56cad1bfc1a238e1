package nl.kindcheck.core.family;

/** What another carer is to the children (F4). */
public enum CarerRole implements Coded {
  OTHER_PARENT,
  PARTNER,
  GRANDPARENT,
  FAMILY,
  FRIEND,
  PROFESSIONAL,
  OTHER
}
