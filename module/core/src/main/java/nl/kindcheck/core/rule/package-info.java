/** The rules: pure functions from what is known to a decision with its reasons. */
@NullMarked
package nl.kindcheck.core.rule;

import org.jspecify.annotations.NullMarked;
