/** Kindcheck's FHIR operations: the status of a patient, the gate of an encounter, one response. */
@NullMarked
package nl.kindcheck.demoepd.kindcheck;

import org.jspecify.annotations.NullMarked;
