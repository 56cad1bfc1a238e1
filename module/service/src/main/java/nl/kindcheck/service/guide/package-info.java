/** The conversation guide beside the form: its texts, and the question to the officer. */
@ApplicationModule(allowedDependencies = {"kindcheck", "launch", "tenancy", "platform"})
@NullMarked
package nl.kindcheck.service.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
