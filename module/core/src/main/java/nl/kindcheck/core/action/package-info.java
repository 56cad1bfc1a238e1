/** What fits after a Kindcheck: the action catalogue (F9), as codes with their reasons. */
@NullMarked
package nl.kindcheck.core.action;

import org.jspecify.annotations.NullMarked;
