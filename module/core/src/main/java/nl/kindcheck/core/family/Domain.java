package nl.kindcheck.core.family;

/**
 * The six domains in which strengths and concerns are looked for (guideline KOPP/KOV; {@code CARE}
 * is the care itself).
 */
public enum Domain implements Coded {
  CHILD,
  PARENT,
  FAMILY,
  CIRCUMSTANCES,
  NETWORK,
  CARE
}
