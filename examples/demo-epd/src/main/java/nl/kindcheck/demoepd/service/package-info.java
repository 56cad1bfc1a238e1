/** Speaks HTTP with Kindcheck: the one place that knows timeouts and what silence means. */
@NullMarked
package nl.kindcheck.demoepd.service;

import org.jspecify.annotations.NullMarked;
