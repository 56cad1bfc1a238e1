package nl.kindcheck.service.cdshooks;

import java.util.Set;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.audit.Ground;
import nl.kindcheck.service.audit.Line;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** How a call stands in the log: an EPD's system, in the name of whoever has the record open. */
final class Logged {

  private static final Set<String> REFUSALS = Set.of("refused", "replayed");

  private Logged() {}

  static Doing.Who who(Call call, @Nullable HookRequest request) {
    TenantId tenant = call.caller().tenant();
    String epd = call.caller().connection().fhirServer().toString();
    return new Doing.Who(
        tenant,
        new Actor(request == null ? epd : request.user(), Role.SYSTEM, epd),
        Ground.SCOPE,
        request == null ? null : request.patientReference());
  }

  static Deed deed(Call call, String outcome) {
    return Deed.of(REFUSALS.contains(outcome) ? Event.REFUSE : Event.HOOK, call.kind(), null);
  }

  static Line line(AuditTrail trail, Call call, @Nullable HookRequest request, String outcome) {
    return trail.line(deed(call, outcome), call.caller().tenant(), who(call, request), outcome);
  }
}
