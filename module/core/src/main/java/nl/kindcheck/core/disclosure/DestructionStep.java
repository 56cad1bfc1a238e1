package nl.kindcheck.core.disclosure;

import nl.kindcheck.core.family.Coded;

/** What can happen to a request for destruction. */
public enum DestructionStep implements Coded {
  ASKED,
  /** Another's interest, and what the law says, were weighed. */
  WEIGHED,
  REFUSED,
  GRANTED,
  /** Somebody to whom something was handed out was told. */
  TOLD
}
