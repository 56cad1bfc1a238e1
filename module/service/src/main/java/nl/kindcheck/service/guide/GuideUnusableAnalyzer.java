package nl.kindcheck.service.guide;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which file of the guide to mend, and what in it. */
public class GuideUnusableAnalyzer extends AbstractFailureAnalyzer<GuideUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, GuideUnusable cause) {
    return new FailureAnalysis(
        "The guide cannot be shown: "
            + cause.file()
            + System.lineSeparator()
            + "- "
            + cause.fault(),
        "Mend the file, or take it away: then the text of Kindcheck itself is shown."
            + " docs/settings.md shows what such a file looks like.",
        cause);
  }
}
