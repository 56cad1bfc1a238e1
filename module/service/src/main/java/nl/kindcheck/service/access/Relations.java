package nl.kindcheck.service.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.rule.CareRelation;
import nl.kindcheck.core.rule.CareTold;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.family.ToldCare;
import nl.kindcheck.service.launch.ClinicianReference;
import nl.kindcheck.service.office.CurrentOffice.Person;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import org.springframework.stereotype.Component;

/**
 * Whether the EPD confirms a care relation. Looked up anew at every opening: nothing of an answer
 * is kept but the session that it opens.
 */
@Component
class Relations {

  private final ToldCare care;
  private final AskedEpd asked;
  private final Policies policies;
  private final DomainClock clock;
  private final EpdConnections connections;
  private final Organisations organisations;

  Relations(
      ToldCare care,
      AskedEpd asked,
      Policies policies,
      DomainClock clock,
      EpdConnections connections,
      Organisations organisations) {
    this.care = care;
    this.asked = asked;
    this.policies = policies;
    this.clock = clock;
    this.connections = connections;
    this.organisations = organisations;
  }

  /** The EPD of an organisation; empty where none is connected. */
  Optional<Connection> epd(TenantId tenant) {
    return connections.byOrganisation(organisations.byTenant(tenant).code());
  }

  /**
   * Decides, by what the EPD told in its hooks and by what it says now, where it can be asked: what
   * it says now goes before what it told.
   *
   * @param patient as in {@code Patient/12}
   */
  Decision<Boolean> decide(Person person, Connection epd, String patient) {
    String practitioner = ClinicianReference.of(person.fhirUser(), epd.fhirServer()).orElse(null);
    List<CareTold> told = new ArrayList<>(care.of(person.tenant(), patient));
    if (practitioner != null) {
      told.addAll(asked.about(patient, practitioner, epd, clock.today()));
    }
    return CareRelation.decide(practitioner, told, policies.today(person.tenant()), clock.today());
  }
}
