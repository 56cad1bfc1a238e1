package nl.kindcheck.service.launch;

import java.util.UUID;
import nl.kindcheck.service.tenancy.TenantId;

/** Somebody ended their access in an emergency before its time. Told in the same transaction. */
public record EmergencyLeft(TenantId tenant, UUID emergency) {}
