package nl.kindcheck.service;

import java.util.Arrays;
import nl.kindcheck.service.audit.VerifyLog;
import nl.kindcheck.service.disclosure.Destroy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The Kindcheck service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Kindcheck", sharedModules = "platform")
public class KindcheckApplication {

  public static void main(String[] args) {
    if (Arrays.asList(args).contains(VerifyLog.OPTION)) {
      System.exit(VerifyLog.run(System.out, args));
    }
    if (Arrays.stream(args).anyMatch(argument -> argument.startsWith(Destroy.OPTION))) {
      System.exit(Destroy.run(System.out, args));
    }
    SpringApplication.run(KindcheckApplication.class, args);
  }
}
