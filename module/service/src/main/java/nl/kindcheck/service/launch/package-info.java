/** Opening Kindcheck from the EPD without a second sign-in: who looks at whose record. */
@ApplicationModule(allowedDependencies = {"platform", "tenancy"})
@NullMarked
package nl.kindcheck.service.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
