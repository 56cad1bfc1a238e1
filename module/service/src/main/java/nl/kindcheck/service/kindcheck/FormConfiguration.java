package nl.kindcheck.service.kindcheck;

import ca.uhn.fhir.context.FhirContext;
import nl.kindcheck.fhir.KindcheckForm;
import nl.kindcheck.fhir.ResponseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FormConfiguration {

  /** Our own, not the one that the process shares: the endpoint sets how it reads. */
  @Bean
  FhirContext fhirContext() {
    return FhirContext.forR4();
  }

  @Bean
  KindcheckForm kindcheckForm(FhirContext fhir) {
    return KindcheckForm.load(fhir);
  }

  @Bean
  ResponseReader responseReader(KindcheckForm form) {
    return new ResponseReader(form);
  }
}
