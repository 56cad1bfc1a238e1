/**
 * SMART App Launch 2.2: this EPD as the authorization server of the apps that open in its records.
 */
@NullMarked
package nl.kindcheck.demoepd.smart;

import org.jspecify.annotations.NullMarked;
