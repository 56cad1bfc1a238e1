/** The registered EPDs: who may call, and how their FHIR server is read. */
@NullMarked
package nl.kindcheck.service.epd;

import org.jspecify.annotations.NullMarked;
