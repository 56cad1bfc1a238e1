/** The pages of the ward: its patients, their encounters, and the closing of one. */
@NullMarked
package nl.kindcheck.demoepd.ward;

import org.jspecify.annotations.NullMarked;
