/**
 * What only the demo profile has: an embedded database, a clock that can be moved, a demo
 * organisation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "platform"})
package nl.kindcheck.service.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
