package nl.kindcheck.demoepd.smart;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * In which record an app was opened, and by whom.
 *
 * @param user the clinician, as in {@code Practitioner/12}
 * @param patient the id of the Patient
 * @param encounter the id of the Encounter; null outside one
 */
public record Launch(String user, String patient, @Nullable String encounter)
    implements Serializable {}
