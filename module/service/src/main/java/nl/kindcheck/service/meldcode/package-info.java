/**
 * The safety path: records of the Meldcode and their pages. Shows and records; decides nothing and
 * sends nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"family", "launch", "tenancy", "platform"})
package nl.kindcheck.service.meldcode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
