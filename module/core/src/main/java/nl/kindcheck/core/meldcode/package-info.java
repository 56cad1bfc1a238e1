/**
 * The Meldcode for domestic violence and child abuse: one record of it as an append-only list of
 * events, its fold, and the rules that show where it stands. It records what people did and
 * decided; it decides nothing, sends nothing, and gives no score.
 */
@NullMarked
package nl.kindcheck.core.meldcode;

import org.jspecify.annotations.NullMarked;
