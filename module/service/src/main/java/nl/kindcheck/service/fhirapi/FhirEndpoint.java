package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.PublicUrl;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR R4 endpoint: JSON, one tenant a request, thin providers over the capabilities. */
@Configuration(proxyBeanMethods = false)
class FhirEndpoint {

  @Bean
  ServletRegistrationBean<RestfulServer> fhirServlet(
      FhirContext fhir,
      List<IResourceProvider> providers,
      SearchPages pages,
      FhirErrors errors,
      Granted granted,
      ResponseBodies bodies,
      PublicUrl publicUrl) {
    fhir.setParserErrorHandler(new ParsingFaults(false));
    RestfulServer server = new Server(fhir);
    server.setServerName("Kindcheck");
    server.setServerVersion(version());
    server.setImplementationDescription("Kindcheck");
    server.setServerAddressStrategy(new HardcodedServerAddressStrategy(publicUrl.of("/fhir")));
    // A body is counted before it is taken in: one that unpacks to more would pass that limit.
    server.setUncompressIncomingContents(false);
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setDefaultPreferReturn(PreferReturnEnum.REPRESENTATION);
    server.setPagingProvider(pages);
    server.setResourceProviders(List.copyOf(providers));
    server.registerInterceptor(new AuditedRequests());
    server.registerInterceptor(errors);
    server.registerInterceptor(bodies);
    server.registerInterceptor(granted);
    server.registerInterceptor(new SoundJson(fhir));
    server.registerInterceptor(new OfferedParameters());
    server.registerInterceptor(new Description());
    ServletRegistrationBean<RestfulServer> registration =
        new ServletRegistrationBean<>(server, "/fhir/*");
    registration.setName("fhir");
    registration.setLoadOnStartup(1);
    return registration;
  }

  /** Of the jar; there is none where the classes are run as they lie there. */
  private static String version() {
    String packed = FhirEndpoint.class.getPackage().getImplementationVersion();
    return packed == null ? "unpacked" : packed;
  }

  @Bean
  FilterRegistrationBean<JsonFormat> fhirFormat(ErrorBodies errors) {
    FilterRegistrationBean<JsonFormat> registration =
        new FilterRegistrationBean<>(new JsonFormat(errors));
    registration.addUrlPatterns("/fhir/*");
    return registration;
  }

  /** Says nothing of what it is made of. */
  private static final class Server extends RestfulServer {

    private static final long serialVersionUID = 1L;
    private static final int REQUEST_ID = 16;

    Server(FhirContext fhir) {
      super(fhir);
    }

    /** Our own, always: one that a caller sends comes back in a header, however long it is. */
    @Override
    protected String getOrCreateRequestId(HttpServletRequest request) {
      return newRequestId(REQUEST_ID);
    }

    @Override
    protected String createPoweredByHeader() {
      return "";
    }
  }
}
