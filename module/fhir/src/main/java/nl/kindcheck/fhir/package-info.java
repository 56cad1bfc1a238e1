/** FHIR to core and back: the only room that knows both. */
@NullMarked
package nl.kindcheck.fhir;

import org.jspecify.annotations.NullMarked;
