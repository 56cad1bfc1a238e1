/** What runs inside the measured process: the real service, and the yardstick beside it. */
@NullMarked
package nl.kindcheck.bench.service;

import org.jspecify.annotations.NullMarked;
