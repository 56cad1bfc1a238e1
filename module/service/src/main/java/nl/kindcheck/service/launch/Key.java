package nl.kindcheck.service.launch;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A secret that its owner hands over, with the organisation in front of it: the database answers
 * only within one organisation, and naming another one finds nothing.
 */
public record Key(TenantId tenant, String secret) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");

  public static Key random(TenantId tenant) {
    return new Key(tenant, Secrets.random());
  }

  /** Empty for what is no key, and for one of an organisation that is not registered. */
  public static Optional<Key> parse(@Nullable String text, Organisations organisations) {
    Matcher parts = FORM.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    TenantId tenant = new TenantId(UUID.fromString(parts.group(1)));
    boolean registered =
        organisations.organisations().stream().anyMatch(o -> o.tenant().equals(tenant));
    return registered ? Optional.of(new Key(tenant, parts.group(2))) : Optional.empty();
  }

  public byte[] hash() {
    return Secrets.hash(secret);
  }

  /** As the owner holds it. */
  public String text() {
    return tenant + "." + secret;
  }

  /** A second secret of the same strength, from which this one cannot be found. */
  public String derived(String use) {
    return Secrets.derivedText(secret, use);
  }

  /** Never the secret: a record's own would show it in a log. */
  @Override
  public String toString() {
    return "Key of " + tenant;
  }
}
