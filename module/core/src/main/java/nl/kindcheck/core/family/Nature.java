package nl.kindcheck.core.family;

/**
 * Whether a statement is a fact or somebody's opinion (F11; Meldcode, own findings apart from
 * others' opinions).
 */
public enum Nature implements Coded {
  FACT,
  OPINION
}
