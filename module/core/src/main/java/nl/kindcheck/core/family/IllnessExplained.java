package nl.kindcheck.core.family;

/** Whether the parent's illness was explained to the child (F8). */
public enum IllnessExplained implements Coded {
  EXPLAINED,
  NOT_YET,
  TOO_YOUNG,
  UNKNOWN
}
