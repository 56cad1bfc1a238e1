/** The patient records of this EPD: FHIR resources in memory, kept in a file where asked. */
@NullMarked
package nl.kindcheck.demoepd.records;

import org.jspecify.annotations.NullMarked;
