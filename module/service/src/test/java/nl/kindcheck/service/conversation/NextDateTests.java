package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The next Kindcheck: its date, the reason, and an earlier date with a reason of its own. */
class NextDateTests extends BrowserTest {

  @Test
  void itIsBroughtForwardWithAReasonThatIsShown() {
    String patient = patient();
    Launched anna = session(patient);
    String done = "/app/kindcheck/done/" + recorded(sent(anna, START, TwoChildren.with()));
    assertThat(open(anna, done).body()).contains("De volgende Kindcheck is op 1 december 2026");

    Answer set =
        sent(anna, done, "next-on", "1-9-2026", "next-reason", "Noor <begint> op een school");

    assertThat(set.status()).isEqualTo(303);
    assertThat(open(anna, done).body())
        .contains(
            "De volgende Kindcheck is op 1 september 2026",
            "Op 1 juni 2026 is afgesproken om eerder te vragen: op 1 september 2026.",
            "Noor &lt;begint&gt; op een school")
        .doesNotContain("??");
    assertThat(fhirGet("haven", patient + "/$kindcheck-status").body()).contains("2026-09-01");
    assertThat(open(anna, "/app").body()).contains("1 september 2026");
  }

  @Test
  void theNextCompleteConversationEndsTheAgreement() {
    Launched anna = session(patient());
    String done = "/app/kindcheck/done/" + recorded(sent(anna, START, TwoChildren.with()));
    sent(anna, done, "next-on", "1-9-2026", "next-reason", "Een school");
    clock.moveTo(java.time.LocalDate.parse("2026-07-01"));

    String next = "/app/kindcheck/done/" + recorded(sent(anna, START, again(anna)));

    assertThat(open(anna, next).body()).contains("De volgende Kindcheck is op 1 januari 2027");
  }

  /** The same children, as the form knows them now. */
  private String[] again(Launched anna) {
    var ids =
        java.util.regex.Pattern.compile("name=\"(children\\.\\d\\.id)\" value=\"([^\"]+)\"")
            .matcher(open(anna, START).body());
    java.util.List<String> known = new java.util.ArrayList<>();
    while (ids.find()) {
      known.addAll(java.util.List.of(ids.group(1), ids.group(2)));
    }
    assertThat(known).hasSize(4);
    return TwoChildren.with(known.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "1-12-2026, Een reden, next-on",
    "1-2-2027, Een reden, next-on",
    "1-6-2026, Een reden, next-on",
    "9-2026, Een reden, next-on",
    "morgen, Een reden, next-on",
    "1-9-2026, '', next-reason",
    "1-9-2026, Nummer 111222333, next-reason"
  })
  void notToALaterDayNotWithoutAReasonAndNothingTypedIsLost(
      String on, String reason, String field) {
    Launched anna = session(patient());
    String done = "/app/kindcheck/done/" + recorded(sent(anna, START, TwoChildren.with()));

    Answer page = sent(anna, done, "next-on", on, "next-reason", reason);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#f-" + field + "\"", "value=\"" + on + "\"", reason)
        .doesNotContain("??");
    assertThat(open(anna, done).body()).contains("De volgende Kindcheck is op 1 december 2026");
  }

  @Test
  void sentTwiceItIsOneAgreement() {
    Launched anna = session(patient());
    String done = "/app/kindcheck/done/" + recorded(sent(anna, START, TwoChildren.with()));
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      Answer set =
          submit(
              anna,
              done,
              "_key",
              key,
              "_version",
              "0",
              "next-on",
              "1-9-2026",
              "next-reason",
              "School");
      assertThat(set.status()).isEqualTo(303);
    }
  }
}
