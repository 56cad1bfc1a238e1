/** What is agreed around the parent's care: who may know what, on which ground, until when. */
@ApplicationModule(allowedDependencies = {"family", "launch", "tenancy", "platform"})
@NullMarked
package nl.kindcheck.service.careplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
