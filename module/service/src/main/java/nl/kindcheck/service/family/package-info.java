/**
 * A family's record: statements, responses, what was seen of care, and the projection. The only
 * writer of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "platform"})
package nl.kindcheck.service.family;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
