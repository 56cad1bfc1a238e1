/** What every capability shares: clocks, texts, limits, errors. Knows no capability. */
@NullMarked
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package nl.kindcheck.service.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
