/** A small EPD in its own process that shows a vendor how to integrate Kindcheck. */
@NullMarked
package nl.kindcheck.demoepd;

import org.jspecify.annotations.NullMarked;
