package nl.kindcheck.service.office;

import java.util.Optional;
import java.util.Set;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;

/** What a capability has to tell on the first page of the office. */
public interface OfficeNews {

  /**
   * What waits for somebody; empty where nothing does, and where it is nothing for these roles.
   *
   * <p>Says nothing of a patient: the first page shows nobody's data.
   */
  Optional<Item> of(TenantId tenant, Set<Role> roles);

  /**
   * One thing that waits.
   *
   * @param key of its text, which names {@code {count}}
   * @param path of the page where it is
   */
  record Item(String key, long count, String path) {}
}
