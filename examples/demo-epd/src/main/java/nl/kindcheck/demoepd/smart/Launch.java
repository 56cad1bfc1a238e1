package nl.kindcheck.demoepd.smart;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * In which record an app was opened, and by whom.
 *
 * @param user the clinician, as in {@code Practitioner/12}
 * @param patient the id of the Patient
 * @param encounter the id of the Encounter; null outside one
 * @param language in which the clinician reads this EPD, as a BCP 47 tag
 */
public record Launch(String user, String patient, @Nullable String encounter, String language)
    implements Serializable {}
