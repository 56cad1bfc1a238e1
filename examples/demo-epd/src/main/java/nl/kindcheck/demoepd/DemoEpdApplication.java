package nl.kindcheck.demoepd;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the demo EPD. */
// There is no sign-in, so no user with a password is made either.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class DemoEpdApplication {

  public static void main(String[] args) {
    SpringApplication.run(DemoEpdApplication.class, args);
  }
}
