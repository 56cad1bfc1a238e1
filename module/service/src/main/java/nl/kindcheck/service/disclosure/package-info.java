/**
 * What leaves the record and what goes out of it: exports, a child's own part, who was given what,
 * requests for destruction, and the destruction itself.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "family", "launch", "overview", "tenancy", "platform"})
package nl.kindcheck.service.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
