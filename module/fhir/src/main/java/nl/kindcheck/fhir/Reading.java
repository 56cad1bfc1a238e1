package nl.kindcheck.fhir;

import java.util.List;
import nl.kindcheck.core.rule.Conversation;

/** What became of a QuestionnaireResponse that was sent. */
public sealed interface Reading {

  /** It was read. */
  record Read(Conversation conversation) implements Reading {}

  /**
   * It was refused; nothing of it may be stored.
   *
   * @param faults every fault at once; never empty
   */
  record Refused(List<Fault> faults) implements Reading {

    public Refused {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("A refusal says why.");
      }
    }
  }
}
