/** What is known of the children of one patient, at a glance and through the years. */
@ApplicationModule(
    allowedDependencies = {
      "family",
      "kindcheck",
      "launch",
      "meldcode",
      "pages",
      "platform",
      "tenancy"
    })
@NullMarked
package nl.kindcheck.service.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
