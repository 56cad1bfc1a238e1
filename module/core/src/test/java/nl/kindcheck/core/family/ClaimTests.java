package nl.kindcheck.core.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.kindcheck.core.Families;
import org.junit.jupiter.api.Test;

class ClaimTests {

  private static final ChildId NOOR = Families.NOOR;

  @Test
  void aStrengthAndAConcernAreTopicsOfTheirOwn() {
    assertThat(new Claim.SeenInDomain(NOOR, Domain.NETWORK, Valence.STRENGTH, "oma").topic())
        .isEqualTo(Topic.DOMAIN_STRENGTH);
    assertThat(new Claim.SeenInDomain(NOOR, Domain.NETWORK, Valence.CONCERN, "weinig").topic())
        .isEqualTo(Topic.DOMAIN_CONCERN);
  }

  @Test
  void whatIsToldInWordsHasItsTopic() {
    assertThat(new Claim.IsNow(NOOR, "bij oma").topic()).isEqualTo(Topic.WHERE_NOW);
    assertThat(new Claim.CaredForWhenUnable(NOOR, "oma").topic())
        .isEqualTo(Topic.CARER_WHEN_UNABLE);
    assertThat(new Claim.Trusts(NOOR, "de juf").topic()).isEqualTo(Topic.TRUSTED_ADULT);
    assertThat(new Claim.ChildSaid(NOOR, "fijn").topic()).isEqualTo(Topic.OWN_WORDS);
    assertThat(new Claim.ParentSaid("moe").topic()).isEqualTo(Topic.PARENT_WORDS);
  }

  @Test
  void anIdReadsAsItsUuid() {
    UUID id = new UUID(5, 6);

    assertThat(new ChildId(id)).hasToString(id.toString());
    assertThat(new CarerId(id)).hasToString(id.toString());
    assertThat(new StatementId(id)).hasToString(id.toString());
    assertThat(new ResponseId(id)).hasToString(id.toString());
  }
}
