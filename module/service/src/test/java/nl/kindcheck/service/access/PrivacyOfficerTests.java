package nl.kindcheck.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The privacy officer hears of each access in an emergency, once, and reviews it. */
class PrivacyOfficerTests extends ReachTest {

  private static final String LIST = "/office/emergency";

  @Autowired private TenantSql sql;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private EmergencyNotices notices;

  private static Launched officer() {
    return Offices.session(DATABASE, "haven", Role.PRIVACY_OFFICER);
  }

  /** Until every access has its notice. */
  private static void told() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                count("SELECT count(*) FROM emergency_access")
                    == count("SELECT count(*) FROM emergency_notice"));
  }

  /** What the list shows of one access. */
  private String shown(String patient) {
    String page = open(officer(), LIST).body();
    for (String card : page.split("<section")) {
      if (card.contains("Patient/" + patient + "<")) {
        return card;
      }
    }
    return "";
  }

  private Answer review(String patient, String outcome, String remark) {
    return submit(officer(), LIST, "id", emergency(patient), "outcome", outcome, "remark", remark);
  }

  @Test
  void theListSaysWhoWhenWhichPatientWhyUntilWhenAndHowMuch() {
    Launched session = session(inEmergency(clinician("u-po", INTAKER), "po-list"));
    open(session, "/app");
    told();

    assertThat(shown("po-list"))
        .contains(Offices.NAME, INTAKER, REASON, "Er is iemand in levensgevaar", "Open tot")
        .contains("emergency/" + emergency("po-list"))
        .contains(
            "Regels in de log: "
                + lines("po-list").stream().filter(l -> l.source().startsWith("emergency/")).count()
                + "<")
        .doesNotContain("eerder beëindigd", "Nummer ");
  }

  @Test
  void theListSaysWhereItWasEndedEarlierAndWhereItWasMoreOftenThanUsual() {
    for (int i = 1; i <= 4; i++) {
      session(inEmergency(clinician("u-po-often", null), "po-often-" + i));
    }
    told();
    assertThat(shown("po-often-3")).doesNotContain("Nummer ");
    assertThat(shown("po-often-4")).contains("Nummer 4 van deze persoon op deze dag");
  }

  @Test
  void readingTheListIsLogged() {
    session(inEmergency(clinician("u-po", null), "po-read"));
    open(officer(), LIST);
    assertThat(lines("po-read"))
        .anySatisfy(
            line -> {
              assertThat(line.role()).isEqualTo("privacy-officer");
              assertThat(line.event()).isEqualTo("read");
              assertThat(line.object()).isEqualTo("emergency-access");
            });
  }

  @Test
  void theFirstPageCountsWhatNobodyHasReviewed() {
    session(inEmergency(clinician("u-po", null), "po-count"));
    told();
    long unread =
        count(
            "SELECT count(*) FROM emergency_access a WHERE tenant_id = ? AND NOT EXISTS (SELECT 1"
                + " FROM emergency_review r WHERE r.access_id = a.access_id)",
            World.HAVEN);
    assertThat(open(officer(), "/office").body())
        .contains("Noodtoegang die nog niemand heeft beoordeeld: " + unread);

    assertThat(review("po-count", "justified", "").status()).isEqualTo(303);

    String after = open(officer(), "/office").body();
    if (unread == 1) {
      assertThat(after).doesNotContain("nog niemand heeft beoordeeld");
    } else {
      assertThat(after).contains("nog niemand heeft beoordeeld: " + (unread - 1));
    }
    Launched manager = Offices.session(DATABASE, "haven", Role.MANAGER);
    assertThat(open(manager, "/office").body()).doesNotContain("nog niemand heeft beoordeeld");
  }

  @Test
  void whatWasFoundStaysAndALaterReviewStandsBesideIt() {
    session(inEmergency(clinician("u-po", null), "po-review"));
    told();

    assertThat(review("po-review", "asked", "Gebeld, belt terug").status()).isEqualTo(303);
    assertThat(review("po-review", "not-justified", "Geen dienst die dag").status()).isEqualTo(303);

    assertThat(shown("po-review"))
        .contains("Ik heb om uitleg gevraagd", "Gebeld, belt terug")
        .contains("Niet terecht", "Geen dienst die dag", "Opnieuw beoordelen");
  }

  @ParameterizedTest
  @CsvSource({
    "'', x, Kies wat u ervan vindt",
    "fine, x, Kies wat u ervan vindt",
    "not-justified, '', Zeg in een paar woorden waarom",
    "asked, '  ', Zeg in een paar woorden waarom",
    "justified, 'nummer 123456782', Er lijkt een BSN in te staan"
  })
  void aReviewSaysWhatWasFound(String outcome, String remark, String words) {
    String patient = "po-bad-" + UUID.randomUUID();
    session(inEmergency(clinician("u-po", null), patient));
    Answer answer = review(patient, outcome, remark);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(words);
    assertThat(
            count(
                "SELECT count(*) FROM emergency_review WHERE access_id = ?::uuid",
                emergency(patient)))
        .isZero();
  }

  @Test
  void anAccessOfAnotherOrganisationIsNeitherShownNorReviewed() {
    session(inEmergency(clinician("u-po", null), "po-tenant"));
    Launched duin = Offices.session(DATABASE, "duin", Role.PRIVACY_OFFICER);

    assertThat(open(duin, LIST).body()).doesNotContain("po-tenant");
    assertThat(submit(duin, LIST, "id", emergency("po-tenant"), "outcome", "justified").status())
        .isEqualTo(404);
    assertThat(
            submit(officer(), LIST, "id", UUID.randomUUID().toString(), "outcome", "justified")
                .status())
        .isEqualTo(404);
  }

  @Test
  void everyAccessHasExactlyOneNotice() {
    for (int i = 0; i < 10; i++) {
      session(inEmergency(clinician("u-po-each", null), "po-each-" + i));
    }
    told();
    assertThat(
            count(
                "SELECT count(*) FROM emergency_access a FULL JOIN emergency_notice n ON"
                    + " n.tenant_id = a.tenant_id AND n.access_id = a.access_id WHERE a.access_id"
                    + " IS NULL OR n.access_id IS NULL"))
        .isZero();
  }

  @Test
  void aNoticeThatIsRepeatedIsStillOne() {
    session(inEmergency(clinician("u-po", null), "po-twice"));
    told();
    UUID access = UUID.fromString(emergency("po-twice"));

    sql.inTransaction(
        new TenantId(World.HAVEN),
        () -> {
          notices.on(new EmergencyTaken(World.HAVEN, access));
          return true;
        });

    assertThat(count("SELECT count(*) FROM emergency_notice WHERE access_id = ?", access)).isOne();
  }

  /** The process dies after the access was committed and before the notice was given. */
  @Test
  void aNoticeThatWasNotGivenIsGivenLater() {
    session(inEmergency(clinician("u-po", null), "po-died"));
    told();
    UUID access = UUID.fromString(emergency("po-died"));
    asSuperuser("DELETE FROM emergency_notice WHERE access_id = ?", access);

    asSuperuser(
        """
        INSERT INTO event_publication (id, listener_id, event_type, serialized_event, publication_date, status,
          completion_attempts)
        VALUES (gen_random_uuid(), ?, ?, ?, now() - interval '1 hour', 'FAILED', 1)\
        """,
        EmergencyNotices.class.getName() + ".on(" + EmergencyTaken.class.getName() + ")",
        EmergencyTaken.class.getName(),
        "{\"tenant\":\"%s\",\"access\":\"%s\"}".formatted(World.HAVEN, access));

    told();
    assertThat(count("SELECT count(*) FROM emergency_notice WHERE access_id = ?", access)).isOne();
  }

  /** The process dies before the access was committed. */
  @Test
  void anAccessThatWasNotCommittedHasNoNotice() {
    UUID access = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                sql.inTransaction(
                    new TenantId(World.HAVEN),
                    () -> {
                      events.publishEvent(new EmergencyTaken(World.HAVEN, access));
                      throw new IllegalStateException("the process dies");
                    }))
        .hasMessage("the process dies");
    told();
    assertThat(
            count(
                "SELECT count(*) FROM event_publication WHERE serialized_event LIKE ?",
                "%" + access + "%"))
        .isZero();
  }

  /** Where the line cannot be written, nothing opens and nobody is told of anything. */
  @Test
  void withoutItsLineThereIsNoAccess() {
    asSuperuser(
        "ALTER TABLE audit_line ADD CONSTRAINT po_broken CHECK (patient_ref <> 'Patient/po-broken')"
            + " NOT VALID");
    try {
      Answer answer = inEmergency(clinician("u-po", null), "po-broken");
      assertThat(answer.status()).isEqualTo(500);
      nothingOpens(answer);
      assertThat(accesses("po-broken")).isZero();
      assertThat(
              count("SELECT count(*) FROM launch_session WHERE patient_ref = 'Patient/po-broken'"))
          .isZero();
    } finally {
      asSuperuser("ALTER TABLE audit_line DROP CONSTRAINT po_broken");
    }
  }
}
