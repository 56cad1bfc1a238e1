/** Keeps text between two starts. */
@NullMarked
package nl.kindcheck.demoepd.storage;

import org.jspecify.annotations.NullMarked;
