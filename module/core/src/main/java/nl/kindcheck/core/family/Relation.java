package nl.kindcheck.core.family;

/** What the patient is to the child; parent is anyone with daily care (requirements 4.3). */
public enum Relation implements Coded {
  OWN,
  STEP,
  FOSTER,
  ADOPTIVE,
  GRANDCHILD,
  PARTNERS_CHILD,
  SIBLING,
  OTHER
}
