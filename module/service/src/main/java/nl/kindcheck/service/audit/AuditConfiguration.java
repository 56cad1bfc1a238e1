package nl.kindcheck.service.audit;

import nl.kindcheck.service.tenancy.CurrentActor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  /** Outside everything, so that it also hears what the filters of security refuse. */
  @Bean
  FilterRegistrationBean<AuditFilter> auditFilter(
      AuditTrail trail, Routes routes, CurrentActor actor) {
    FilterRegistrationBean<AuditFilter> registration =
        new FilterRegistrationBean<>(new AuditFilter(trail, routes, actor));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return registration;
  }
}
