package nl.kindcheck.demoepd.hooks;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A card on a page of one patient.
 *
 * @param id the card's uuid, or one of ours where it has none
 * @param encounter the encounter on whose page it is shown; null on the patient's page
 * @param handled the key of what became of it; null while it is open
 */
public record ShownCard(
    String id,
    Card card,
    String patient,
    @Nullable String encounter,
    SafeHtml detail,
    @Nullable String handled) {

  private static final Set<String> INDICATORS = Set.of("info", "warning", "critical");

  /** How it looks. An indicator that the specification does not know looks like the mildest. */
  public String indicator() {
    return INDICATORS.contains(card.indicator()) ? card.indicator() : "info";
  }

  /**
   * The links that may be shown. A card could carry a link that runs a script in our page ({@code
   * javascript:}); only addresses of the web are shown.
   */
  public List<Card.Link> links() {
    return card.links().stream().filter(link -> web(link.url())).toList();
  }

  /** The address of the source; null where it has none that may be shown. */
  public @Nullable String sourceUrl() {
    String url = card.source().url();
    return url != null && web(url) ? url : null;
  }

  /** The page that shows it. */
  public String page() {
    return page(patient, encounter);
  }

  static String page(String patient, @Nullable String encounter) {
    String page = "/patients/" + patient;
    return encounter == null ? page : page + "/encounters/" + encounter;
  }

  ShownCard handled(String key) {
    return new ShownCard(id, card, patient, encounter, detail, key);
  }

  private static boolean web(String url) {
    try {
      String scheme = URI.create(url).getScheme();
      return "https".equals(scheme) || "http".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
