/**
 * The pages of people who work with Kindcheck outside a patient's record: they sign in with the
 * identity provider.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "launch", "platform", "tenancy"})
package nl.kindcheck.service.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
