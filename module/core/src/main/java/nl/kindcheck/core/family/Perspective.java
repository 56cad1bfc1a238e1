package nl.kindcheck.core.family;

/** Who saw or said it (F11). Perspectives stand beside each other; none overwrites another. */
public enum Perspective implements Coded {
  PARENT,
  CHILD,
  OTHER_PARENT,
  THIRD_PARTY,
  HOME_VISIT,
  CLINICIAN
}
