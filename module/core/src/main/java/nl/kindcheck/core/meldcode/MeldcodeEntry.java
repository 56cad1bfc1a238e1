package nl.kindcheck.core.meldcode;

import java.io.Serializable;
import java.time.Instant;

/**
 * One line of a Meldcode record: what was recorded, by whom, when.
 *
 * @param author as a reference of the EPD, for instance {@code Practitioner/12}
 */
public record MeldcodeEntry(String author, Instant at, MeldcodeEvent event)
    implements Serializable {}
