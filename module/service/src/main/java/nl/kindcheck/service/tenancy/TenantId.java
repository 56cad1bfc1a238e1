package nl.kindcheck.service.tenancy;

import java.util.UUID;

/** One organisation. Every key of ours begins with it. */
public record TenantId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
