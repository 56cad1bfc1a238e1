/**
 * What the EPD from which Kindcheck was opened says of the children around a patient: read in the
 * clinician's name when somebody asks for it, and stored nowhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"epd", "launch"})
package nl.kindcheck.service.epdfamily;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
