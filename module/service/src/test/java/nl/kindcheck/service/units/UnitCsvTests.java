package nl.kindcheck.service.units;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.service.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of units: read whole, or refused with everything that is wrong with it. */
class UnitCsvTests {

  private static final String HEADING = "code,name,kind,part_of,from,until\n";

  private static List<Unit> read(String csv) {
    return UnitCsv.read(csv.getBytes(UTF_8));
  }

  private static List<String> faults(String csv) {
    Refused refused = catchThrowableOfType(Refused.class, () -> read(csv));
    assertThat(refused.status().value()).isEqualTo(422);
    return refused.faults().stream().map(f -> f.field() + " " + f.code()).toList();
  }

  @Test
  void readsWhatStandsThere() {
    assertThat(
            read(
                HEADING
                    + "n1,\"Noord, \"\"aan zee\"\"\",location,,2026-01-01,\n"
                    + "t1,Team één,team,n1,,2027-12-31\n"))
        .containsExactly(
            new Unit(
                "n1",
                "Noord, \"aan zee\"",
                Unit.Kind.LOCATION,
                null,
                LocalDate.of(2026, 1, 1),
                null),
            new Unit("t1", "Team één", Unit.Kind.TEAM, "n1", null, LocalDate.of(2027, 12, 31)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeffcode;name;kind\r\nt1;Team;team\r\n",
        "KIND,Name, code\nteam,Team,t1\n\n",
        "code,name,kind,part_of\nt1,Team,TEAM\n",
        "code,name,kind\n,,\nt1,Team,team"
      })
  void readsWhatSpreadsheetsWrite(String csv) {
    assertThat(read(csv)).containsExactly(new Unit("t1", "Team", Unit.Kind.TEAM, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | row[1].code units.no-rows",
        "code,name | row[1].kind units.column-missing",
        "code,name,kind,colour | row[1].4 units.unknown-column",
        "code,name,kind,name | row[1].name units.column-twice",
        "code,name,kind | row[1].code units.no-rows",
        "code,name,kind~,Team,team | row[2].code units.empty",
        "code,name,kind~t 1,Team,team | row[2].code units.not-a-code",
        "code,name,kind~t1,Team,team~t1,Other,team | row[3].code units.twice",
        "code,name,kind~t1,,team | row[2].name units.empty",
        "code,name,kind~t1,van 111222333,team | row[2].name units.number-of-a-person",
        "code,name,kind~t1,Team,herd | row[2].kind units.not-a-kind",
        "code,name,kind~t1,Team | row[2].kind units.empty",
        "code,name,kind~t1,Team,team,x | row[2].kind units.too-many-cells",
        "code,name,kind,from~t1,Team,team,1-1-2026 | row[2].from units.not-a-day",
        "code,name,kind,from~t1,Team,team,2026-02-30 | row[2].from units.not-a-day",
        "code,name,kind,from,until~t1,Team,team,2026-02-02,2026-02-01 | row[2].until"
            + " units.until-before-from",
        "code,name,kind,part_of~t1,Team,team,t2 | row[2].part_of units.part-of-nothing",
        "code,name,kind,part_of~t1,Team,team,t1 | row[2].part_of units.part-of-itself",
        "code,name,kind,part_of~a,A,team,b~b,B,team,c~c,C,team,a | row[4].part_of"
            + " units.part-of-itself",
        "code,name,kind~t1,\"Te\"am,team | row[2].code units.malformed",
        "code,name,kind~t1,\"Team,team | row[2].code units.malformed"
      })
  void eachFaultIsNamedByItsRowAndColumn(String csv, String fault) {
    assertThat(faults(csv.replace('~', '\n'))).contains(fault);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(faults("code,name,kind,part_of\n,,,\nt 1,,herd,x\nt2,Team,team,y\n"))
        .containsExactly(
            "row[3].code units.not-a-code",
            "row[3].name units.empty",
            "row[3].kind units.not-a-kind",
            "row[3].part_of units.part-of-nothing",
            "row[4].part_of units.part-of-nothing");
  }

  @Test
  void aFileOfAnotherEncodingIsRefused() {
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> UnitCsv.read((HEADING + "t1,Één,team,,,").getBytes(ISO_8859_1)));
    assertThat(refused.faults().get(0).code()).isEqualTo("units.not-utf");
  }

  @Test
  void aNameAndAFileAreNotEndless() {
    assertThat(faults("code,name,kind\nt1," + "a".repeat(101) + ",team"))
        .containsExactly("row[2].name units.too-long");
    StringBuilder many = new StringBuilder("code,name,kind\n");
    for (int i = 0; i <= 5_000; i++) {
      many.append('t').append(i).append(",Team,team\n");
    }
    assertThat(faults(many.toString())).containsExactly("row[5002].code units.too-many-rows");
  }
}
