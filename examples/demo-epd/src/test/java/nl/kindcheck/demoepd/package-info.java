/** The demo EPD, tried over HTTP with a stand-in for the service. */
@NullMarked
package nl.kindcheck.demoepd;

import org.jspecify.annotations.NullMarked;
