package nl.kindcheck.service.access;

import java.util.UUID;

/**
 * Somebody took access in an emergency: the privacy officer is to hear of it. Kept in the
 * transaction that gives the access. Holds ids only: who listens sets the tenant first.
 */
public record EmergencyTaken(UUID tenant, UUID access) {}
