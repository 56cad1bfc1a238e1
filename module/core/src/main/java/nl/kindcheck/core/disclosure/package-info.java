/** What leaves and what goes: what is kept from whom, what is a child's own, and destruction. */
@NullMarked
package nl.kindcheck.core.disclosure;

import org.jspecify.annotations.NullMarked;
