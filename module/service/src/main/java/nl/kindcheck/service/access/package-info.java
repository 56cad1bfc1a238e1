/**
 * How somebody reaches a family's record without a launch from the EPD: by a care relation that the
 * EPD confirms, or in an emergency, which the privacy officer hears of.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "epd", "family", "launch", "office", "platform", "tenancy"})
package nl.kindcheck.service.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
