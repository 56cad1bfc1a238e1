/**
 * What all pages share: the frame around them, their look, their language, and what they show when
 * something goes wrong. Knows no page.
 */
@ApplicationModule(allowedDependencies = {"launch", "platform"})
@NullMarked
package nl.kindcheck.service.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
