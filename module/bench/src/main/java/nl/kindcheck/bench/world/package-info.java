/** What stands around the measured service: its database, its neighbours, the families in it. */
@NullMarked
package nl.kindcheck.bench.world;

import org.jspecify.annotations.NullMarked;
