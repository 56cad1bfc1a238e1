/**
 * What is agreed around the parent's care: the Kindcheck that comes back, the goals of the parent,
 * the word back to the referrer, and who may know what.
 */
@ApplicationModule(
    allowedDependencies = {
      "disclosure",
      "family",
      "guide",
      "kindcheck",
      "launch",
      "tenancy",
      "platform"
    })
@NullMarked
package nl.kindcheck.service.careplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
