package nl.kindcheck.service.launch;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.World;
import nl.kindcheck.service.attack.Attacks;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;

/** A key that somebody else put into the browser before the launch. */
class SessionFixationTests extends LaunchTest {

  @Test
  void aKeyThatWasPlantedNeverBecomesTheSession() {
    int tried = 0;
    String mine = opened(haven);
    for (String planted :
        new String[] {
          "kindcheck-session=" + Key.random(new TenantId(World.HAVEN)).text(),
          "kindcheck-session=" + Key.random(new TenantId(World.DUIN)).text(),
          mine
        }) {
      Started started = started(haven, "Cookie", planted);
      haven.gives(haven.claims(started.nonce()).build());
      Answer back =
          callback(planted + "; " + started.cookie(), "code=a-code&state=" + started.state());
      assertThat(back.status()).isEqualTo(303);
      String given = cookie(back);
      assertThat(given).isNotEqualTo(planted);
      assertThat(page(given).status()).isEqualTo(200);
      assertThat(page(planted).status()).isEqualTo(401);
      tried++;
    }
    Attacks.tried(
        "session fixation",
        "a launch in a browser with a planted key, one of another organisation, one of the"
            + " attacker's session",
        tried,
        "the session gets a new key; the planted one opens nothing");
  }

  @Test
  void anAnswerOfTheEpdCountsOnlyInTheBrowserWhereTheLaunchBegan() {
    Started attackers = started(haven);
    Started victims = started(haven);
    haven.gives(haven.claims(attackers.nonce()).build());
    for (String query :
        new String[] {
          "code=a-code&state=" + attackers.state(), "code=a-code&state=nonsense", "code=a-code"
        }) {
      Answer answer = callback(victims.cookie(), query);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.http().headers().allValues("Set-Cookie")).isEmpty();
    }
    assertThat(callback(attackers).status()).isEqualTo(303);
    assertThat(callback(attackers).status()).isEqualTo(400);
    Attacks.tried(
        "session fixation",
        "the answer of a launch that began in another browser, of none, or used before",
        4,
        "refused, no session");
  }
}
