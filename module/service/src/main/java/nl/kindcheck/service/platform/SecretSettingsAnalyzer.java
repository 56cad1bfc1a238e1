package nl.kindcheck.service.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words where a secret belongs. */
public class SecretSettingsAnalyzer extends AbstractFailureAnalyzer<SecretSettings.Misplaced> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SecretSettings.Misplaced cause) {
    return new FailureAnalysis(
        "Kindcheck does not start with a secret where others can read it:"
            + System.lineSeparator()
            + cause.getMessage(),
        "Set it in the environment (SPRING_DATASOURCE_PASSWORD), or put it in a file of its own"
            + " below /run/secrets/kindcheck whose name is that of the setting; docs/perimeter.md"
            + " says how. Then choose a new secret: this one may have been read.",
        cause);
  }
}
