package nl.kindcheck.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import nl.kindcheck.service.platform.Refused;
import org.junit.jupiter.api.Test;

/** One command reaches everything of a family, and does it again after a restore. */
class DestroyTests extends DisclosureTest {

  private static final Set<String> BY_PATIENT =
      Set.of("draft", "emergency_access", "launch_session");

  private static final String WORD = "Zevenblad";

  /** A family with something in every table that holds something of families. */
  private void full(String patient) {
    hook("haven", Bodies.intake(patient, "e-" + patient, DAY));
    recorded("haven", patient);
    FullFamily.fill(World.HAVEN, family(patient), "Patient/" + patient, WORD + patient);
  }

  private static List<String> needles(String patient) {
    List<String> needles = new ArrayList<>();
    UUID family = family(patient);
    needles.add(family.toString());
    needles.add("Patient/" + patient);
    needles.add("e-" + patient);
    needles.add(WORD + patient);
    for (String column : List.of("statement_id", "child_id", "response_id")) {
      needles.addAll(
          column(
              "SELECT DISTINCT %s::text FROM statement WHERE family_id = ? AND %s IS NOT NULL"
                  .formatted(column, column),
              family));
    }
    assertThat(needles).hasSizeGreaterThan(10);
    return needles;
  }

  private static List<String> tables() {
    return column("SELECT DISTINCT name FROM destruction_tables() ORDER BY name");
  }

  private static void nothingIsLeft(List<String> needles) {
    assertThat(found(needles)).isEmpty();
  }

  private void told(UUID request, String patient) {
    does(
        () ->
            destructions
                .untold(HAVEN, destructions.require(HAVEN, request))
                .forEach(given -> destructions.told(HAVEN, request, given.id(), "u-officer")));
    assertThat(patient).isNotBlank();
  }

  @Test
  void oneCommandReachesEveryTable() throws IOException {
    full("d-1");
    full("o-d-1");
    UUID request = granted("d-1", null);
    for (String table : tables()) {
      String by = BY_PATIENT.contains(table) ? "patient_ref" : "";
      Object id = by.isEmpty() ? family("d-1") : "Patient/d-1";
      assertThat(
              count(
                  "SELECT count(*) FROM %s WHERE %s = ?"
                      .formatted(table, by.isEmpty() ? "family_id" : by),
                  id))
          .as("The test fills every table: add %s to FullFamily", table)
          .isPositive();
    }
    List<String> needles = needles("d-1");
    List<String> others = needles("o-d-1");
    assertThat(found(WORD + "d-1")).hasSizeGreaterThan(8);
    told(request, "d-1");

    assertThat(command(0, request.toString())).contains("the record is destroyed");

    nothingIsLeft(needles);
    assertThat(found(others)).hasSizeGreaterThan(others.size());
    assertThat(Files.readString(register())).hasLineCount(1);
    for (String needle : needles) {
      assertThat(Files.readString(register())).doesNotContain(needle);
    }
    assertThat(
            count(
                "SELECT count(*) FROM audit_line WHERE event = 'destroy' AND object = 'record' AND"
                    + " patient_ref = 'Patient/d-1' AND user_ref = 'u-officer'"))
        .isEqualTo(1);
    assertThat(command(1, request.toString())).contains("nothing to carry out");
  }

  @Test
  void whatWasDestroyedIsDestroyedAgainAfterARestore() {
    full("d-2");
    UUID request = granted("d-2", null);
    told(request, "d-2");
    List<String> needles = needles("d-2");
    asSuperuser("CREATE SCHEMA kept");
    for (String table : tables()) {
      asSuperuser("CREATE TABLE kept.%s AS TABLE public.%s".formatted(table, table));
    }
    command(0, request.toString());
    nothingIsLeft(needles);

    for (String table : tables()) {
      asSuperuser(
          "INSERT INTO public.%s OVERRIDING SYSTEM VALUE SELECT * FROM kept.%s ON CONFLICT DO NOTHING"
              .formatted(table, table));
    }
    asSuperuser("DROP SCHEMA kept CASCADE");
    asSuperuser("DELETE FROM destroyed");
    assertThat(found("Patient/d-2")).contains("Patient/d-2 in family");

    assertThat(command(0, "again")).contains("haven: 1 in the register");
    nothingIsLeft(needles);
    assertThat(count("SELECT count(*) FROM destroyed")).isEqualTo(1);
  }

  @Test
  void aRecordThatWasBegunAnewIsLeftAlone() {
    full("d-3");
    UUID request = granted("d-3", null);
    told(request, "d-3");
    command(0, request.toString());
    clock.moveTo(LocalDate.of(2040, 1, 2));
    fhirPost("haven", RESPONSE, Bodies.twoChildren("d-3", "e-new", "2040-01-02"));

    assertThat(command(1, "again")).contains("written in since and is left alone");
    assertThat(rows("statement", "d-3")).isPositive();
  }

  @Test
  void aRegisterOfAnotherKeyIsSaid() throws IOException {
    full("d-4");
    UUID request = granted("d-4", null);
    told(request, "d-4");
    command(0, request.toString());
    String line = Files.readString(register());
    Files.writeString(register(), line.replaceFirst("\t[0-9a-f]{16}\t", "\t0123456789abcdef\t"));

    assertThat(command(1, "again")).contains("made with another key");
  }

  @Test
  void aRegisterThatCannotBeReadStopsTheCommand() throws IOException {
    Files.writeString(register(), "haven\tno line of ours\n");
    assertThatThrownBy(() -> command(0, "again")).hasMessageContaining("Line 1 of the register");
  }

  @Test
  void whatNobodyGrantedIsNotCarriedOut() {
    full("d-5");
    UUID request = asked("d-5", null);
    assertThat(command(1, request.toString())).contains("nobody granted it");
    take(request, DestructionStep.WEIGHED, "Een kind heeft er belang bij");
    assertThat(command(1, request.toString())).contains("nobody granted it");
    take(request, DestructionStep.REFUSED, "Het belang van het kind weegt zwaarder");
    assertThat(command(1, request.toString())).contains("nobody granted it");
    assertThat(command(0, "granted")).doesNotContain(request.toString());
    assertThat(rows("statement", "d-5")).isPositive();
  }

  @Test
  void whoeverWasGivenSomethingIsToldFirst() {
    full("d-6");
    UUID request = granted("d-6", null);
    assertThat(command(1, request.toString())).contains("1 to whom something was handed out");
    assertThat(rows("statement", "d-6")).isPositive();
    told(request, "d-6");
    command(0, request.toString());
    assertThat(
            count(
                "SELECT count(*) FROM destroyed WHERE recipients = 1 AND granted_by = 'u-officer'"))
        .isPositive();
  }

  private void refused(String code, Runnable work) {
    Supplier<Boolean> call =
        () -> {
          work.run();
          return true;
        };
    assertThatThrownBy(() -> as(call))
        .isInstanceOfSatisfying(
            Refused.class, fault -> assertThat(fault.faults().get(0).code()).isEqualTo(code));
  }

  @Test
  void aPersonWeighsAndGivesTheReason() {
    full("d-7");
    UUID request = asked("d-7", null);
    refused(
        "destruction.not-weighed",
        () -> destructions.take(HAVEN, request, DestructionStep.GRANTED, "", "u"));
    refused(
        "destruction.no-words",
        () -> destructions.take(HAVEN, request, DestructionStep.REFUSED, " ", "u"));
    refused(
        "destruction.no-words",
        () -> destructions.take(HAVEN, request, DestructionStep.WEIGHED, "", "u"));
    refused(
        "destruction.not-granted", () -> destructions.told(HAVEN, request, UUID.randomUUID(), "u"));
    take(request, DestructionStep.REFUSED, "Een kind heeft er een groot belang bij");
    refused(
        "destruction.decided-before",
        () -> destructions.take(HAVEN, request, DestructionStep.GRANTED, "", "u"));
  }

  @Test
  void theServiceItselfDestroysNothing() throws SQLException {
    full("d-8");
    try (Connection connection = DATABASE.asService();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('kindcheck.tenant', '" + World.HAVEN + "', false)");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "SELECT destroy_family('" + family("d-8") + "', 'Patient/d-8')"))
          .hasMessageContaining("permission denied for function destroy_family");
    }
    assertThat(command(2, "granted", TestDatabase.SERVICE)).contains("kindcheck_eraser");
    assertThat(command(2, "granted", "postgres")).contains("no superuser");
    assertThat(rows("statement", "d-8")).isPositive();
  }

  @Test
  void theCommandSaysWhatItNeeds() {
    assertThat(command(2, "something")).contains("the id of a request | granted | again");
  }
}
