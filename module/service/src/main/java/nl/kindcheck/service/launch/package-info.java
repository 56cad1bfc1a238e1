/**
 * Opening Kindcheck from the EPD without a second sign-in (SMART App Launch 2.2): who looks at
 * whose record, and the session and protection of all pages below {@code /app}.
 */
@ApplicationModule(allowedDependencies = {"audit", "epd", "platform", "tenancy"})
@NullMarked
package nl.kindcheck.service.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
