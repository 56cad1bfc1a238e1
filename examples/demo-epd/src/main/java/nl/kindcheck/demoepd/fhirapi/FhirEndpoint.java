package nl.kindcheck.demoepd.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.List;
import nl.kindcheck.demoepd.records.Records;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Task;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * FHIR R4 at {@code /fhir}, in JSON. There is no paging provider: pages are found by offset, so
 * that the endpoint remembers nothing between two requests. A production EPD asks for a token here.
 */
@Configuration
class FhirEndpoint {

  @Bean
  ServletRegistrationBean<RestfulServer> fhirServlet(FhirContext fhir, Records records) {
    RestfulServer server = new RestfulServer(fhir);
    server.setServerName("Kindcheck demo EPD");
    server.setServerVersion("1.0.0");
    server.setImplementationDescription("A fictional EPD with fictional patients");
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setResourceProviders(
        List.of(
            new PeopleProvider(records, Patient.class),
            new PeopleProvider(records, Practitioner.class),
            new PatientDataProvider(records, EpisodeOfCare.class),
            new PatientDataProvider(records, RelatedPerson.class),
            new PatientDataProvider(records, Observation.class),
            new WritableProvider(records, Encounter.class),
            new WritableProvider(records, Task.class)));
    ServletRegistrationBean<RestfulServer> servlet =
        new ServletRegistrationBean<>(server, "/fhir/*");
    servlet.setName("fhir");
    return servlet;
  }
}
