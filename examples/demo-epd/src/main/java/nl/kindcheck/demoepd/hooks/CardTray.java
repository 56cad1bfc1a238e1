package nl.kindcheck.demoepd.hooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The cards that were shown last on each page. What a user does with a card refers to it by id, so
 * that a form cannot bring in a card or a task that the service never sent. A card of which a newer
 * answer took the place can no longer be handled; opening the page brings a fresh one.
 */
@Component
class CardTray {

  private static final int PAGES = 200;

  private final Map<String, List<ShownCard>> byPage =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<ShownCard>> eldest) {
          return size() > PAGES;
        }
      };

  synchronized void show(String page, List<ShownCard> cards) {
    byPage.put(page, List.copyOf(cards));
  }

  /** A card that was shown for this patient. */
  synchronized Optional<ShownCard> find(String patient, String id) {
    return byPage.values().stream()
        .flatMap(List::stream)
        .filter(card -> card.patient().equals(patient) && card.id().equals(id))
        .findFirst();
  }

  /** Puts a handled card in its place and gives all cards of its page. */
  synchronized List<ShownCard> replace(ShownCard handled) {
    List<ShownCard> cards =
        byPage.getOrDefault(handled.page(), List.of()).stream()
            .map(card -> card.id().equals(handled.id()) ? handled : card)
            .toList();
    byPage.put(handled.page(), cards);
    return cards;
  }
}
