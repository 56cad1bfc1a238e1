package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.Grant;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps to the part of a type that the caller's scopes grant: the patient of a launch, the query of
 * a granular scope.
 *
 * <p>The attack: an app that was opened for one patient asks for the record of another by its id.
 * The rule: what is read passes here before it goes out, whichever provider read it; one that is
 * not granted is not found.
 */
@Component
@Interceptor
public class Granted {

  private static final Set<RestOperationTypeEnum> READS =
      Set.of(RestOperationTypeEnum.READ, RestOperationTypeEnum.VREAD);

  private final CurrentAccess access;

  Granted(CurrentAccess access) {
    this.access = access;
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void read(RequestDetails details, @Nullable IBaseResource resource) {
    if (resource == null || !READS.contains(details.getRestOperationType())) {
      return;
    }
    Grant grant = access.grant(Interaction.READ, resource.fhirType());
    if (!ScopeQueries.mayLeave(grant, resource)) {
      throw Ids.notFound();
    }
  }

  /**
   * Refuses to take in what the caller may not write.
   *
   * @throws Refused 403 where the granted scopes do not cover it
   */
  Grant write(Interaction interaction, IBaseResource resource) {
    Grant grant = access.grant(interaction, resource.fhirType());
    if (!ScopeQueries.covers(grant, resource)) {
      throw new Refused(HttpStatus.FORBIDDEN, "access.patient", null);
    }
    return grant;
  }
}
