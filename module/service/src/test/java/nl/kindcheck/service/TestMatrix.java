package nl.kindcheck.service;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.tenancy.Matrix;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The service's own matrix of access, and beside it the pages that only the tests have. */
@TestConfiguration(proxyBeanMethods = false)
class TestMatrix {

  @Bean
  @Primary
  Matrix matrixWithPagesOfTests() {
    List<String> lines = new ArrayList<>(Matrix.linesOfService());
    lines.add("GET,/app/test-page,session,only in tests");
    lines.add("POST,/app/test-page,session,only in tests");
    lines.add("GET,/app/test-page/epd,session,only in tests");
    return new Matrix(lines);
  }
}
