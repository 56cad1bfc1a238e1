package nl.kindcheck.service.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the matrix of access is read. */
class MatrixTests {

  private final Matrix matrix =
      new Matrix(
          List.of(
              "GET,/a,public,why",
              "GET,/b/{id},manager,why",
              "GET,/b/new,administrator,why",
              "POST,/b/{id},system manager,why",
              "*,/error,public,why"));

  private String who(String method, String path) {
    return matrix.find(method, path).map(row -> String.join(" ", row.who())).orElse("nobody");
  }

  @Test
  void whatHasNoRowIsClosed() {
    assertThat(who("GET", "/c")).isEqualTo("nobody");
    assertThat(who("GET", "/a/")).isEqualTo("nobody");
    assertThat(who("GET", "/b")).isEqualTo("nobody");
    assertThat(who("GET", "/b/1/2")).isEqualTo("nobody");
    assertThat(who("DELETE", "/a")).isEqualTo("nobody");
    assertThat(who("get", "/a")).isEqualTo("nobody");
  }

  @Test
  void theMostExactRowHolds() {
    assertThat(who("GET", "/b/new")).isEqualTo("administrator");
    assertThat(who("GET", "/b/old")).isEqualTo("manager");
  }

  @Test
  void aHeadIsAGetAndAStarIsAnyMethod() {
    assertThat(who("HEAD", "/b/new")).isEqualTo("administrator");
    assertThat(who("PATCH", "/error")).isEqualTo("public");
  }

  @Test
  void onlyRolesThatTheRowNamesPass() {
    assertThat(matrix.rolesAt("POST", "/b/1", Set.of(Role.MANAGER, Role.ADMINISTRATOR)))
        .containsExactly(Role.MANAGER);
    assertThat(matrix.rolesAt("POST", "/c", Set.of(Role.values()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET,/a,public",
        "GET,/a,,why",
        "GET,/a,somebody,why",
        "GET,/a,public ,",
        "GET,/a,Manager,why"
      })
  void aLineThatIsNoRowStopsTheStart(String line) {
    assertThatThrownBy(() -> new Matrix(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }

  @Test
  void twoRowsForTheSameStopTheStart() {
    assertThatThrownBy(() -> new Matrix(List.of("GET,/a,public,why", "GET,/a,manager,why")))
        .hasMessageContaining("Twice");
  }
}
