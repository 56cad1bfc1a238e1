package nl.kindcheck.service.fhirapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.Grant;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.stereotype.Component;

/** Reads a family for the resources that are views on it. */
@Component
class FamilyReading {

  private final FamilyRecord record;
  private final TenantSql sql;
  private final CurrentAccess access;

  FamilyReading(FamilyRecord record, TenantSql sql, CurrentAccess access) {
    this.record = record;
    this.sql = sql;
    this.access = access;
  }

  /** A family with the row that says whose it is. */
  record Found(FamilyHead head, Family family) {

    /** The statements that were corrected later. */
    Set<StatementId> corrected() {
      Set<StatementId> corrected = new HashSet<>();
      for (Statement s : family.statements()) {
        if (s.corrects() != null) {
          corrected.add(s.corrects().statement());
        }
      }
      return corrected;
    }

    /** Every statement that says something itself: all but the retractions. */
    List<Statement> statements() {
      return family.statements().stream()
          .filter(s -> !(s.claim() instanceof Claim.Retracted))
          .toList();
    }
  }

  /** For a read: checks the scope, then finds the family by what the finder looks for. */
  Optional<Found> read(
      String type, Function<TenantId, Function<FamilyRecord, Optional<FamilyHead>>> finder) {
    Grant grant = access.grant(Interaction.READ, type);
    TenantId tenant = grant.tenant();
    return sql.inTransaction(
        tenant,
        () ->
            finder
                .apply(tenant)
                .apply(record)
                .map(head -> found(tenant, head, grant.isShielding())));
  }

  /** For a page of a search, which runs in a transaction already. */
  Optional<Found> ofPatient(TenantId tenant, String patient, Map<String, String> parameters) {
    boolean shielding = parameters.containsKey(SearchPages.SHIELDING);
    return record
        .byId(tenant, FamilyId.of(tenant, patient))
        .map(head -> found(tenant, head, shielding));
  }

  private Found found(TenantId tenant, FamilyHead head, boolean shielding) {
    Family family = record.family(tenant, head.id());
    return new Found(head, shielding ? Shielding.open(family) : family);
  }
}
