package nl.kindcheck.service.cdshooks;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.epd.EpdReading;
import nl.kindcheck.service.platform.Outgoings;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantId;

/**
 * What Jazzer feeds: the body of a hook, from its bytes to the facts that the rules need. Whatever
 * it is, it is read or refused.
 */
public final class HookFuzz {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Policy POLICY = Policy.standard();
  private static final Prefetch PREFETCH = new Prefetch(new EpdReading(Outgoings.to()));

  /** No call names this server, or it is the one that is registered: nothing is fetched here. */
  private static final Caller CALLER =
      new Caller(
          new TenantId(UUID.fromString("11111111-1111-4111-8111-111111111111")),
          new Connection(
              "haven",
              URI.create("https://epd.invalid/fhir"),
              null,
              null,
              "kindcheck",
              List.of(),
              List.of()),
          null);

  private HookFuzz() {}

  public static void fuzzerTestOneInput(byte[] body) {
    try {
      HookRequest request = HookRequests.read(body);
      HookRequest without =
          new HookRequest(
              request.hook(),
              request.instance(),
              request.patient(),
              request.encounter(),
              request.user(),
              null,
              null,
              request.prefetch());
      PREFETCH.facts(without, CALLER, POLICY, Duration.ofSeconds(1)).seen(without, POLICY, TODAY);
    } catch (Refused refused) {
      if (refused.status().is5xxServerError()) {
        throw refused;
      }
    } catch (Prefetch.Late e) {
      throw new IllegalStateException("Nothing is waited for here", e);
    }
  }
}
