/** The FHIR endpoint: thin providers over the capabilities. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "careplan", "kindcheck", "family", "tenancy", "platform"})
package nl.kindcheck.service.fhirapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
