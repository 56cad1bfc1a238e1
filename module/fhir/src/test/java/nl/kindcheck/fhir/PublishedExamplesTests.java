package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Completeness;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The examples that we publish are read by us as they promise. */
class PublishedExamplesTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
  private static final String PUBLISHED = "/META-INF/kindcheck/fhir/";

  static Stream<String> responses() throws IOException {
    try (InputStream in = open("index.json")) {
      return StreamSupport.stream(JsonMapper.shared().readTree(in).spliterator(), false)
          .map(entry -> entry.path("file").stringValue())
          .filter(file -> file.startsWith("QuestionnaireResponse-"))
          .toList()
          .stream();
    }
  }

  @Test
  void everyOutcomeHasAnExample() throws IOException {
    assertThat(responses().map(PublishedExamplesTests::response).map(PublishedExamplesTests::read))
        .extracting(Conversation::outcome)
        .contains(Outcome.values());
  }

  @ParameterizedTest
  @MethodSource("responses")
  void isReadAndIsWorthWhatItPromises(String file) {
    QuestionnaireResponse response = response(file);
    assertThat(Fhir.FORM.faultsOf(response)).isEmpty();
    Conversation read = read(response);
    Completeness completeness = Readings.completeness(read, Readings.NOBODY);
    assertThat(completeness.standing()).as(completeness.toString()).isEqualTo(promised(file, read));
    assertThat(completeness.outcome()).isEqualTo(read.outcome());
  }

  private static Standing promised(String file, Conversation read) {
    if (file.endsWith("-bare.json")) {
      return Standing.INCOMPLETE;
    }
    return switch (Objects.requireNonNull(read.outcome())) {
      case DECLINED, POSTPONED, NOT_APPLICABLE -> Standing.CONSIDERED;
      case NO_CHILDREN, GOES_WELL, SUPPORT_WANTED, CONCERNS, SAFETY_CONCERN, UNCLEAR ->
          Standing.COMPLETE;
    };
  }

  private static Conversation read(QuestionnaireResponse response) {
    Reading reading =
        new ResponseReader(Fhir.FORM)
            .read(response, Readings.RESPONSE, Readings.NOBODY, Policy.standard(), TODAY);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).conversation();
  }

  private static QuestionnaireResponse response(String file) {
    return Fhir.R4.newJsonParser().parseResource(QuestionnaireResponse.class, open(file));
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        PublishedExamplesTests.class.getResourceAsStream(PUBLISHED + file), file);
  }
}
