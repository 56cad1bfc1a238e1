/**
 * The versions of an organisation's policy: written as a draft, looked at against its own families,
 * compared, and published from a day on. What a version means is said by core alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"family", "kindcheck", "tenancy", "platform"})
package nl.kindcheck.service.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
