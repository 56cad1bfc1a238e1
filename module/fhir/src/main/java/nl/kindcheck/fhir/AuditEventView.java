package nl.kindcheck.fhir;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a line of the log.
 *
 * @param event the code of what was done, for instance {@code read}
 * @param object the kind of thing: a FHIR type, or the name of a page
 * @param reference its id; null where it is none in particular
 * @param parameters the names of the parameters of a search; never their values
 * @param patientReference null where it is about nobody in particular
 * @param user as the EPD or the identity provider names them
 * @param source from where they came
 * @param address the network address; null where there is none
 * @param responsible the code of the organisation
 * @param ground the code of the ground of the access
 * @param outcome for instance {@code done} or {@code refused-403}
 * @param sealed whether it is in the chain already
 */
public record AuditEventView(
    String id,
    Instant at,
    String event,
    String object,
    @Nullable String reference,
    List<String> parameters,
    @Nullable String patientReference,
    String user,
    String role,
    String source,
    @Nullable String address,
    String responsible,
    String ground,
    String outcome,
    boolean sealed) {}
