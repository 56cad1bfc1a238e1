/** Starts the demo: two processes, which end together. */
@NullMarked
package nl.kindcheck.demo;

import org.jspecify.annotations.NullMarked;
