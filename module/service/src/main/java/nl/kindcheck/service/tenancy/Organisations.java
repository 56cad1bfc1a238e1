package nl.kindcheck.service.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The organisations that this service serves.
 *
 * @param organisations each with an id that never changes, a code that tokens and connections name,
 *     and a name that cards show
 */
@Validated
@ConfigurationProperties("kindcheck")
public record Organisations(@NotNull List<@Valid Organisation> organisations) {

  /**
   * @param id the tenant; choose a random UUID once
   * @param code short, as in a token's organisation claim
   * @param name as people know it
   * @param crisisLine the telephone number of its own crisis line, as people should read it; null
   *     where it was not filled in
   */
  public record Organisation(
      @NotNull UUID id,
      @NotBlank String code,
      @NotBlank String name,
      @Nullable @Size(min = 1, max = 100) String crisisLine) {
    public TenantId tenant() {
      return new TenantId(id);
    }
  }

  public Organisations {
    organisations = organisations == null ? List.of() : List.copyOf(organisations);
    Set<String> codes = new HashSet<>();
    Set<UUID> ids = new HashSet<>();
    for (Organisation o : organisations) {
      if (!codes.add(o.code()) || !ids.add(o.id())) {
        throw new IllegalArgumentException(
            "kindcheck.organisations: id and code must be unique; twice: " + o.code());
      }
    }
  }

  public Optional<Organisation> byCode(String code) {
    return organisations.stream().filter(o -> o.code().equals(code)).findFirst();
  }

  public Organisation byTenant(TenantId tenant) {
    return organisations.stream()
        .filter(o -> o.tenant().equals(tenant))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("An organisation that is not registered"));
  }
}
