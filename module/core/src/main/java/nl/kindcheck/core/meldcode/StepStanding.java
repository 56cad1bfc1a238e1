package nl.kindcheck.core.meldcode;

import java.io.Serializable;

/**
 * How one step stands.
 *
 * @param addedSinceDone whether something was recorded in it after it was closed
 */
public record StepStanding(Step step, StepState state, boolean addedSinceDone)
    implements Serializable {}
