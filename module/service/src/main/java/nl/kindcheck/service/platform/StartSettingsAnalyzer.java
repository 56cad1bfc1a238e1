package nl.kindcheck.service.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what to set. */
public class StartSettingsAnalyzer extends AbstractFailureAnalyzer<StartSettings.Missing> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StartSettings.Missing cause) {
    return new FailureAnalysis(
        "Kindcheck does not start without these settings; none of them has a default that would be"
            + " safe:"
            + System.lineSeparator()
            + cause.getMessage(),
        "Set them in the environment or in application.yml; docs/settings.md explains each. To try"
            + " Kindcheck without any, use the demo: mvn -Pdemo",
        cause);
  }
}
