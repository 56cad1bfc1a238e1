package nl.kindcheck.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From a draft to a version that holds from a day. */
class PolicyDraftsTests extends PolicyTest {

  @Autowired private PolicyBook book;

  @Test
  void aDraftIsKeptWithWhoAndWhenAndWhyAndChangesNothing() {
    PolicyDraft draft = drafts.begin(tenant, named("v2"), " shorter intervals ", ADA);

    assertThat(draft)
        .isEqualTo(
            new PolicyDraft(
                named("v2"), 1, "shorter intervals", "ada", "administrator", clock.now()));
    assertThat(drafts.all(tenant)).containsExactly(draft);
    assertThat(policies.versions(tenant)).isEmpty();
    clock.moveTo(TODAY.plusYears(1));
    assertThat(policies.today(tenant).version()).isEqualTo("standard-1");
  }

  @Test
  void aDraftCanBeThrownAway() {
    drafts.begin(tenant, named("v2"), "", ADA);
    drafts.discard(tenant, "v2", 1);

    assertThat(drafts.all(tenant)).isEmpty();
    assertThat(
            refused(
                    () -> {
                      drafts.discard(tenant, "v2", 1);
                      return 0;
                    })
                .status()
                .value())
        .isEqualTo(404);
  }

  @Test
  void aVersionHoldsFromItsDayAndNotBefore() {
    drafts.begin(tenant, named("v2").with(Enforcement.HOLD, "v2"), "", ADA);
    drafts.publish(tenant, "v2", 1, TODAY.plusDays(3), "we begin", BO);

    assertThat(policies.on(tenant, TODAY.plusDays(2)).version()).isEqualTo("standard-1");
    assertThat(policies.on(tenant, TODAY.plusDays(3)).enforcement()).isEqualTo(Enforcement.HOLD);
    assertThat(drafts.all(tenant)).isEmpty();
    assertThat(book.get(tenant, "v2"))
        .isEqualTo(
            new PolicyBook.Entry(
                named("v2").with(Enforcement.HOLD, "v2").named("v2", TODAY.plusDays(3)),
                PolicyBook.State.COMING,
                null,
                "we begin",
                "bo",
                "administrator",
                book.get(tenant, "v2").at()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-400, -1, 0, 732})
  void noVersionHoldsFromADayOfWhichSomethingWasDecided(int days) {
    drafts.begin(tenant, named("v2"), "", ADA);
    Refused refused =
        refused(() -> drafts.publish(tenant, "v2", 1, TODAY.plusDays(days), "why", ADA));

    assertThat(refused.status().value()).isEqualTo(422);
    assertThat(refused.faults()).extracting(Refused.Fault::field).containsExactly("effectiveFrom");
    assertThat(policies.versions(tenant)).isEmpty();
    assertThat(drafts.all(tenant)).hasSize(1);
  }

  @Test
  void whateverIsPublishedWhatHeldOnADayThatHasComeStaysTheSame() {
    for (int n = 0; n < 6; n++) {
      LocalDate today = TODAY.plusDays(10L * n);
      clock.moveTo(today);
      List<Policy> held =
          IntStream.rangeClosed(0, 10 * n)
              .mapToObj(d -> policies.on(tenant, TODAY.plusDays(d)))
              .toList();
      for (int day = -5; day < 8; day++) {
        String name = "v" + n + "." + (day + 5);
        drafts.begin(tenant, named(name), "", ADA);
        try {
          drafts.publish(tenant, name, 1, today.plusDays(day), "why", ADA);
        } catch (Refused refused) {
          assertThat(day).isNotPositive();
          drafts.discard(tenant, name, 1);
        }
      }
      policies.versions(tenant);
      for (int d = 0; d <= 10 * n; d++) {
        assertThat(policies.on(tenant, TODAY.plusDays(d))).isEqualTo(held.get(d));
      }
    }
    assertThat(policies.versions(tenant)).hasSize(6 * 7);
  }

  @Test
  void aVersionCannotBePublishedWithoutSayingWhy() {
    drafts.begin(tenant, named("v2"), "", ADA);
    Refused refused = refused(() -> drafts.publish(tenant, "v2", 1, TODAY, " ", ADA));

    assertThat(refused.faults())
        .extracting(Refused.Fault::field)
        .containsExactly("effectiveFrom", "note");
  }

  @Test
  void aNoteHoldsNoNumberOfAPersonAndIsNotEndless() {
    assertThat(refused(() -> drafts.begin(tenant, named("v2"), "for 111222333", ADA)).faults())
        .extracting(Refused.Fault::code)
        .containsExactly("plausibility.bsn");
    assertThat(refused(() -> drafts.begin(tenant, named("v2"), "a".repeat(2_001), ADA)).faults())
        .extracting(Refused.Fault::field)
        .containsExactly("note");
    assertThat(drafts.all(tenant)).isEmpty();
  }

  @Test
  void aPublishedNameIsNeverUsedAgain() {
    drafts.begin(tenant, named("v2"), "", ADA);
    drafts.publish(tenant, "v2", 1, TODAY.plusDays(3), "why", ADA);

    assertThat(refused(() -> drafts.begin(tenant, named("v2"), "", ADA)).status().value())
        .isEqualTo(409);
    assertThat(book.get(tenant, "v2").from()).isEqualTo(TODAY.plusDays(3));
  }

  @Test
  void aBeginningAfterTheDayFromWhichItHoldsIsRefusedWhenItIsPublished() {
    drafts.begin(
        tenant,
        named("v2").named("v2", TODAY.plusDays(30)).startingOn(TODAY.plusDays(30)),
        "",
        ADA);

    assertThat(
            refused(() -> drafts.publish(tenant, "v2", 1, TODAY.plusDays(9), "why", ADA)).faults())
        .extracting(Refused.Fault::field)
        .containsExactly("startedOn");
  }

  @Test
  void ofTwoFromTheSameDayTheOneThatWasPublishedLastHolds() {
    for (String name : List.of("b", "a")) {
      drafts.begin(tenant, named(name), "", ADA);
      drafts.publish(tenant, name, 1, TODAY.plusDays(3), "why", ADA);
    }

    assertThat(policies.on(tenant, TODAY.plusDays(3)).version()).isEqualTo("a");
    assertThat(book.get(tenant, "b").state()).isEqualTo(PolicyBook.State.NEVER_HELD);
  }

  @Test
  void whoeverSavesWhatSomebodyElseChangedIsToldAndOverwritesNothing() {
    drafts.begin(tenant, named("v2"), "", ADA);
    drafts.change(tenant, monthsWithoutChildren(named("v2"), 20), 1, "", BO);
    Refused refused =
        refused(() -> drafts.change(tenant, monthsWithoutChildren(named("v2"), 30), 1, "", ADA));

    assertThat(refused.status().value()).isEqualTo(412);
    assertThat(drafts.find(tenant, "v2").orElseThrow().policy().intervals().withoutChildren())
        .isEqualTo(20);
    assertThat(
            refused(() -> drafts.publish(tenant, "v2", 1, TODAY.plusDays(9), "why", ADA))
                .status()
                .value())
        .isEqualTo(412);
    assertThat(
            refused(
                    () -> {
                      drafts.discard(tenant, "v2", 1);
                      return 0;
                    })
                .status()
                .value())
        .isEqualTo(412);
  }

  @Test
  void ofTwoAdministratorsWhoSaveAtOnceExactlyOneSaves() {
    drafts.begin(tenant, named("v2"), "", ADA);
    List<Integer> came =
        atOnce(
            IntStream.rangeClosed(1, 4)
                .<Callable<Integer>>mapToObj(n -> () -> saved(n, n % 2 == 0 ? ADA : BO))
                .toList());

    assertThat(came).containsOnlyOnce(200).filteredOn(status -> status == 412).hasSize(3);
    assertThat(drafts.find(tenant, "v2").orElseThrow().revision()).isEqualTo(2);
  }

  private int saved(int months, Actor by) {
    try {
      drafts.change(tenant, monthsWithoutChildren(named("v2"), 20 + months), 1, "", by);
      return 200;
    } catch (Refused refused) {
      return refused.status().value();
    }
  }

  @Test
  void ofTwoWhoPublishAtOnceExactlyOneDoes() {
    drafts.begin(tenant, named("v2"), "", ADA);
    List<Integer> came =
        atOnce(IntStream.range(0, 4).<Callable<Integer>>mapToObj(n -> () -> published(n)).toList());

    assertThat(came).containsOnlyOnce(200);
    assertThat(policies.versions(tenant)).hasSize(1);
  }

  private int published(int n) {
    try {
      drafts.publish(tenant, "v2", 1, TODAY.plusDays(2L + n), "why", ADA);
      return 200;
    } catch (Refused refused) {
      return refused.status().value();
    }
  }

  @Test
  void draftsAreNotWithoutNumber() {
    for (int n = 0; n < 20; n++) {
      drafts.begin(tenant, named("v" + n), "", ADA);
    }

    assertThat(refused(() -> drafts.begin(tenant, named("v20"), "", ADA)).status().value())
        .isEqualTo(409);
  }

  @Test
  void anotherOrganisationHasNothingOfIt() {
    drafts.begin(tenant, named("v2"), "", ADA);
    var other = new nl.kindcheck.service.tenancy.TenantId(java.util.UUID.randomUUID());

    assertThat(drafts.all(other)).isEmpty();
    assertThat(refused(() -> book.get(other, "v2")).status().value()).isEqualTo(404);
    assertThat(
            refused(() -> drafts.publish(other, "v2", 1, TODAY.plusDays(2), "w", ADA))
                .status()
                .value())
        .isEqualTo(404);
  }
}
