/** The rules alone, measured with JMH. */
@NullMarked
package nl.kindcheck.bench.core;

import org.jspecify.annotations.NullMarked;
