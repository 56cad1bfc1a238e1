@NullMarked
package nl.kindcheck.fhir;

import org.jspecify.annotations.NullMarked;
