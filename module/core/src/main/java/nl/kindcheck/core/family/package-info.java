/** One patient's family as an append-only list of statements, and its fold. */
@NullMarked
package nl.kindcheck.core.family;

import org.jspecify.annotations.NullMarked;
