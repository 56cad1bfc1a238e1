package nl.kindcheck.core.disclosure;

import nl.kindcheck.core.family.Coded;

/** How a statement is marked, in the record, on a page and in FHIR. */
public enum Sensitivity implements Coded {
  /** Not for the parent: no summary, no patient scope, no export for the patient. */
  SHIELDED,
  /** Somebody else than the parent or the clinician said it. */
  FROM_ANOTHER,
  /** One parent says it of another one. */
  ABOUT_ANOTHER_PARENT
}
