package nl.kindcheck.demoepd.kindcheck;

import java.time.LocalDate;

/** The Kindcheck of an encounter is put off: with a reason and a date this frees the closing. */
public record Postponement(String reason, LocalDate until) {}
