/** The CDS Hooks face: discovery, prefetch, cards, feedback. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "kindcheck", "family", "epd", "tenancy", "platform"})
package nl.kindcheck.service.cdshooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
