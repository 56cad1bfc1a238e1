package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Contact;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.UnclearBecause;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the form lets be chosen is what core knows: no code more, no code less. */
class CodesTests {

  static Stream<Arguments> systems() {
    return Stream.of(
        Arguments.of("outcome", Outcome.values()),
        Arguments.of("unclear", UnclearBecause.values()),
        Arguments.of("moment", Moment.values()),
        Arguments.of("perspective", Perspective.values()),
        Arguments.of("nature", Nature.values()),
        Arguments.of("domain", Domain.values()),
        Arguments.of("valence", Valence.values()),
        Arguments.of("wellbeing", Wellbeing.values()),
        Arguments.of("over-adaptation", OverAdaptation.values()),
        Arguments.of("illness-explained", IllnessExplained.values()),
        Arguments.of("relation", Relation.values()),
        Arguments.of("residence", Residence.values()),
        Arguments.of("custody", Custody.values()),
        Arguments.of("contact", Contact.values()),
        Arguments.of("gut-feeling", GutFeeling.values()),
        Arguments.of("answer", Answer.values()),
        Arguments.of("pregnancy", PregnancyStatus.values()),
        Arguments.of("signalled-by", CareEvent.SignalledBy.values()),
        Arguments.of("carer-role", CarerRole.values()));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void theCodeSystemHoldsTheWordsOfCore(String name, Coded[] words) {
    String file = "/META-INF/kindcheck/fhir/CodeSystem-" + name + ".json";
    InputStream in = Objects.requireNonNull(CodesTests.class.getResourceAsStream(file), file);
    CodeSystem system = Fhir.R4.newJsonParser().parseResource(CodeSystem.class, in);
    assertThat(system.getUrl()).isEqualTo(Canonical.codeSystem(name));
    assertThat(system.getConcept())
        .extracting(ConceptDefinitionComponent::getCode)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(words).map(Coded::code).toList());
  }
}
