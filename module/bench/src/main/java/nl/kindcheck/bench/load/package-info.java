/** Calls on many connections at once, counted and timed. */
@NullMarked
package nl.kindcheck.bench.load;

import org.jspecify.annotations.NullMarked;
