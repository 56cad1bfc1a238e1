/** The units of an organisation: its locations, services and teams, from its EPD or from a file. */
@NullMarked
@ApplicationModule(allowedDependencies = {"epd", "tenancy", "platform"})
package nl.kindcheck.service.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
