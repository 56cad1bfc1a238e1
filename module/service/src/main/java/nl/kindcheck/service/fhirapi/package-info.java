/** The FHIR endpoint: thin providers over the capabilities. */
@NullMarked
package nl.kindcheck.service.fhirapi;

import org.jspecify.annotations.NullMarked;
