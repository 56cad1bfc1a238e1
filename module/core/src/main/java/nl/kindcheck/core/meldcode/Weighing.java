package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/** The five questions of the weighing (handelingsprotocol.nl, stap 5). */
public enum Weighing implements Coded {
  /** Is there a suspicion of domestic violence or child abuse? */
  SUSPICION,
  /** Is there acute or structural unsafety? */
  UNSAFETY,
  /** Can I support effectively, or organise it? */
  EFFECTIVE_SUPPORT,
  /** Do those involved accept support? */
  ACCEPTED,
  /** Does it work within the agreed time? */
  WORKS_IN_TIME
}
