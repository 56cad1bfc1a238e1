package nl.kindcheck.service.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scopes grant to a role, in both notations of SMART. */
class GrantTests {

  private static final TenantId TENANT = new TenantId(new UUID(0, 1));

  private static Grant grant(
      Role role, @Nullable String patient, Interaction interaction, String type, String... scopes) {
    return Access.of(TENANT, "u", Set.of(role), List.of(scopes), patient)
        .grant(Set.of(role), interaction, type);
  }

  @ParameterizedTest
  @CsvSource({
    "system/Task.read, READ SEARCH",
    "system/Task.write, CREATE UPDATE",
    "system/Task.*, CREATE READ UPDATE SEARCH",
    "system/*.read, READ SEARCH",
    "system/Task.r, READ",
    "system/Task.s, SEARCH",
    "system/Task.c, CREATE",
    "system/Task.u, UPDATE",
    "system/Task.rs, READ SEARCH",
    "system/Task.cruds, CREATE READ UPDATE SEARCH",
    "system/Task.d, ''",
    "system/Observation.cruds, ''"
  })
  void bothNotationsGrantWhatTheySay(String scope, String granted) {
    for (Interaction interaction : Interaction.values()) {
      assertThat(grant(Role.SYSTEM, null, interaction, "Task", scope).grantsNothing())
          .as(scope + " " + interaction)
          .isNotEqualTo(List.of(granted.split(" ")).contains(interaction.name()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system/Task.",
        "system/Task",
        "system/Task.sr",
        "system/Task.rr",
        "system/Task.READ",
        "system/.rs",
        "system/Task.rs?",
        "system/Task.rs?status",
        "system/Task.rs?=requested",
        "system/Task.rs?status=",
        "system/Task.rs?status=a&status=b",
        "system/Task.rs?status=%zz",
        "system/Task.read?status=requested",
        "system/Task.*?status=requested",
        "System/Task.rs",
        "admin/Task.rs",
        "system/Task.rs system/Task.rs"
      })
  void whatIsNoScopeGrantsNothing(String scope) {
    assertThat(SmartScope.parse(scope)).isEmpty();
  }

  @Test
  void aScopeOfASystemCountsForASystemAlone() {
    for (Role role : Role.values()) {
      Grant grant = grant(role, "Patient/1", Interaction.READ, "Task", "system/*.cruds");
      assertThat(grant.grantsNothing()).as(role.code()).isEqualTo(role != Role.SYSTEM);
    }
  }

  @Test
  void aScopeOfAUserCountsForAPersonAlone() {
    assertThat(grant(Role.SYSTEM, "Patient/1", Interaction.READ, "Task", "user/*.cruds").reaches())
        .isEmpty();
    assertThat(
            grant(Role.KOPP_KOV_OFFICER, null, Interaction.READ, "Task", "user/*.cruds")
                .covers("x"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user/Task.rs", "patient/Task.rs", "user/*.read", "patient/*.read"})
  void aClinicianReachesThePatientOfTheLaunchAlone(String scope) {
    Grant grant = grant(Role.CLINICIAN, "Patient/1", Interaction.READ, "Task", scope);

    assertThat(grant.onlyPatient()).hasValue("Patient/1");
    assertThat(grant.covers("Patient/1")).isTrue();
    assertThat(grant.covers("Patient/2")).isFalse();
    assertThat(grant(Role.CLINICIAN, null, Interaction.READ, "Task", scope).grantsNothing())
        .isTrue();
  }

  @Test
  void aPatientScopeIsOfThePatientForEverybody() {
    for (Role role : Role.values()) {
      Grant grant = grant(role, "Patient/1", Interaction.READ, "Task", "patient/Task.rs");
      assertThat(grant.onlyPatient()).as(role.code()).hasValue("Patient/1");
      assertThat(grant(role, null, Interaction.READ, "Task", "patient/Task.rs").grantsNothing())
          .as(role.code())
          .isTrue();
    }
  }

  @Test
  void theWiderOfTwoScopesHolds() {
    Grant grant =
        grant(
            Role.SYSTEM,
            "Patient/1",
            Interaction.READ,
            "Task",
            "patient/Task.rs",
            "system/Task.rs");
    assertThat(grant.onlyPatient()).isEmpty();
    assertThat(grant.covers("Patient/2")).isTrue();
  }

  @Test
  void aQueryNarrowsAndAloneCoversNoPatientWhole() {
    Grant grant =
        grant(Role.SYSTEM, null, Interaction.READ, "Task", "system/Task.rs?status=requested");
    assertThat(grant.reaches())
        .singleElement()
        .extracting(Grant.Reach::query)
        .hasToString("{status=requested}");
    assertThat(grant.covers("Patient/1")).isFalse();
  }

  @Test
  void scopesOfARoleThatDoesNotPassHereGrantNothing() {
    Access both =
        Access.of(
            TENANT,
            "u",
            Set.of(Role.CLINICIAN, Role.KOPP_KOV_OFFICER),
            List.of("user/*.rs"),
            "Patient/1");

    Grant asClinician = both.grant(Set.of(Role.CLINICIAN), Interaction.READ, "Observation");
    assertThat(asClinician.covers("Patient/2")).isFalse();
    assertThat(both.grant(Set.of(), Interaction.READ, "Observation").grantsNothing()).isTrue();
  }
}
