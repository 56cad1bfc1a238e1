/**
 * The conversation as a rule sees it: status, recording, completeness, the gate, the tasks and the
 * timers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "family", "tenancy", "platform"})
package nl.kindcheck.service.kindcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
