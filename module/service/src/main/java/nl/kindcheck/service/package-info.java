/** The application. */
@NullMarked
package nl.kindcheck.service;

import org.jspecify.annotations.NullMarked;
