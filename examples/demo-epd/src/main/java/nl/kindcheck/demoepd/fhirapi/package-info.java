/** The FHIR R4 endpoint of this EPD, from which Kindcheck reads what a prefetch left out. */
@NullMarked
package nl.kindcheck.demoepd.fhirapi;

import org.jspecify.annotations.NullMarked;
