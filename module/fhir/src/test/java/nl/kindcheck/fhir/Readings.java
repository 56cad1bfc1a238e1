package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Completeness;
import nl.kindcheck.core.rule.CompletenessRule;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Recording;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Reads forms on the 14th of January 2026. */
final class Readings {

  static final LocalDate TODAY = LocalDate.parse("2026-01-14");
  static final ResponseId RESPONSE = new ResponseId(new UUID(9, 9));
  static final Family NOBODY = Family.of(List.of());

  private static final Instant RECORDED = Instant.parse("2026-01-12T09:30:00Z");

  private Readings() {}

  static Conversation read(QuestionnaireResponse response) {
    return read(response, NOBODY);
  }

  static Conversation read(QuestionnaireResponse response, Family known) {
    return read(response, RESPONSE, known, TODAY);
  }

  static Conversation read(
      QuestionnaireResponse response, ResponseId id, Family known, LocalDate today) {
    Reading reading =
        new ResponseReader(Fhir.FORM).read(response, id, known, Policy.standard(), today);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).conversation();
  }

  static List<Fault> faults(QuestionnaireResponse response) {
    return faults(response, NOBODY);
  }

  static List<Fault> faults(QuestionnaireResponse response, Family known) {
    Reading reading =
        new ResponseReader(Fhir.FORM).read(response, RESPONSE, known, Policy.standard(), TODAY);
    return reading instanceof Reading.Refused refused ? refused.faults() : List.of();
  }

  static Family with(Family known, Conversation conversation) {
    List<Statement> all = new ArrayList<>(known.statements());
    all.addAll(Recording.statements(conversation, RESPONSE, RECORDED));
    return Family.of(all);
  }

  /** The family as a first Kindcheck made it known. */
  static Family knownFrom(QuestionnaireResponse response) {
    ResponseId before = new ResponseId(new UUID(8, 8));
    Conversation conversation = read(response, before, NOBODY, TODAY);
    return Family.of(Recording.statements(conversation, before, RECORDED));
  }

  static Completeness completeness(Conversation conversation, Family known) {
    return CompletenessRule.of(conversation, with(known, conversation), Policy.standard())
        .outcome();
  }
}
