/** People and generated cases for the tests of every room. */
@NullMarked
package nl.kindcheck.core;

import org.jspecify.annotations.NullMarked;
