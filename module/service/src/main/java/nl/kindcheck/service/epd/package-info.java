/** The registered EPDs: who may call, and how their FHIR server is read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "platform"})
package nl.kindcheck.service.epd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
