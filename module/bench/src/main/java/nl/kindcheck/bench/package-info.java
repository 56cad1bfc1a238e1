/** What we measure, and what against. */
@NullMarked
package nl.kindcheck.bench;

import org.jspecify.annotations.NullMarked;
