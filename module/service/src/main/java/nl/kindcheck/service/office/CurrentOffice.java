package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who signed in for the present request below {@code /office}. */
@Component
public class CurrentOffice {

  private final HttpServletRequest request;

  CurrentOffice(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * Somebody who signed in.
   *
   * @param account as the identity provider names them
   * @param name as the identity provider shows it
   * @param fhirUser who they are in the EPD, as the identity provider says; null where it does not
   */
  public record Person(TenantId tenant, String account, String name, @Nullable String fhirUser) {

    /** Never the name: a record's own would show it in a log. */
    @Override
    public String toString() {
      return "Person of " + tenant;
    }
  }

  /** Of a request that the chain let through. */
  public Person require() {
    OfficeUser user = OfficeUser.of(request);
    return new Person(user.access().tenant(), user.access().user(), user.name(), user.fhirUser());
  }
}
