/** What all pages share: language, headers, notices. */
@NullMarked
package nl.kindcheck.demoepd.web;

import org.jspecify.annotations.NullMarked;
