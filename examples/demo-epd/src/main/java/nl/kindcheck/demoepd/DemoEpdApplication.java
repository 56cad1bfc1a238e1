package nl.kindcheck.demoepd;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the demo EPD. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DemoEpdApplication {

  public static void main(String[] args) {
    SpringApplication.run(DemoEpdApplication.class, args);
  }
}
