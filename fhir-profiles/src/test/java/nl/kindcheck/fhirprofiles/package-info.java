@NullMarked
package nl.kindcheck.fhirprofiles;

import org.jspecify.annotations.NullMarked;
