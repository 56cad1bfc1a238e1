/** The log of NEN 7513: who did what with whose data, chained so that tampering shows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "platform"})
package nl.kindcheck.service.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
