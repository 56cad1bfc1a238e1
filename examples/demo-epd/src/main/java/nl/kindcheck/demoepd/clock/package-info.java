/** The clock of the demo: it moves forward, together with the clock of the service. */
@NullMarked
package nl.kindcheck.demoepd.clock;

import org.jspecify.annotations.NullMarked;
