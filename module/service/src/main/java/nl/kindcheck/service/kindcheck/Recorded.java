package nl.kindcheck.service.kindcheck;

import nl.kindcheck.core.rule.Completeness;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.service.family.RecordedResponse;

/**
 * A Kindcheck that is in the record.
 *
 * @param completeness what it is worth and what it lacks, with the reason
 * @param repeated whether it was there already, sent a second time
 */
public record Recorded(
    RecordedResponse response, Decision<Completeness> completeness, boolean repeated) {}
