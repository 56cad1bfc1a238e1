package nl.kindcheck.service.tenancy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MatrixConfiguration {

  @Bean
  Matrix matrix() {
    return Matrix.ofService();
  }
}
