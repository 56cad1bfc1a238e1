/** CDS Hooks: asks for advice, keeps the cards that were shown, tells what became of them. */
@NullMarked
package nl.kindcheck.demoepd.hooks;

import org.jspecify.annotations.NullMarked;
