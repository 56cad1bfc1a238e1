/** What an organisation decides for itself: one versioned, validated document. */
@NullMarked
package nl.kindcheck.core.policy;

import org.jspecify.annotations.NullMarked;
