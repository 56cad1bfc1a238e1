package nl.kindcheck.service.epd;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kindcheck.service.platform.AllowedOrigins;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.stereotype.Component;

/** The websites that each organisation allowed with the connection of its EPD. */
@Component
class EpdOrigins implements AllowedOrigins {

  private final Map<UUID, Set<String>> byOrganisation;

  EpdOrigins(EpdConnections connections, Organisations organisations) {
    byOrganisation =
        organisations.organisations().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Organisations.Organisation::id,
                    one ->
                        connections
                            .byOrganisation(one.code())
                            .map(epd -> Set.copyOf(epd.corsOrigins()))
                            .orElse(Set.of())));
  }

  @Override
  public Map<UUID, Set<String>> byOrganisation() {
    return byOrganisation;
  }
}
