/** The CDS Hooks face: discovery, prefetch, cards, feedback. */
@NullMarked
package nl.kindcheck.service.cdshooks;

import org.jspecify.annotations.NullMarked;
