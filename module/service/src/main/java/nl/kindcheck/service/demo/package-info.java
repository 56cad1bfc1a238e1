/**
 * What only the demo profile has: an embedded database, a clock that can be moved, a demo
 * organisation.
 */
@NullMarked
package nl.kindcheck.service.demo;

import org.jspecify.annotations.NullMarked;
