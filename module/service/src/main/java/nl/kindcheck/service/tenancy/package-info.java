/**
 * Organisations, whose data is whose, and their policy. Offers the transaction in which a tenant is
 * set.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package nl.kindcheck.service.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
