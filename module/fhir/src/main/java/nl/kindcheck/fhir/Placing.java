package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.rule.EncounterFacts.Place;

/**
 * The place of an encounter in its open episode of care. Where the record leaves room for doubt the
 * place is unknown: a wrong "first" would hold the closing of an encounter that is no intake.
 */
final class Placing {

  static final Set<String> IN_CARE = Set.of("active", "onhold");
  static final Set<String> WAITING = Set.of("waitlist", "planned");

  private static final Set<String> DID_NOT_HAPPEN =
      Set.of("cancelled", "entered-in-error", "noshow", "no-show", "discontinued");

  /** Whether something is so, or cannot be told. */
  private enum Told {
    YES,
    NO,
    UNCLEAR
  }

  private final List<EpisodePicture> open;

  Placing(List<EpisodePicture> episodes) {
    this.open = episodes.stream().filter(Placing::isOpen).toList();
  }

  static boolean isOpen(EpisodePicture episode) {
    return IN_CARE.contains(episode.status()) || WAITING.contains(episode.status());
  }

  Place of(EncounterPicture encounter, List<EncounterPicture> others, boolean allOthersKnown) {
    Optional<EpisodePicture> episode =
        open.stream().filter(e -> belongs(encounter, e) == Told.YES).findFirst();
    if (episode.isEmpty()) {
      return Place.UNKNOWN;
    }
    boolean certain = allOthersKnown;
    for (EncounterPicture other : others) {
      if (other.id().equals(encounter.id()) || DID_NOT_HAPPEN.contains(other.status())) {
        continue;
      }
      Told member = belongs(other, episode.get());
      Told earlier = isEarlier(other, encounter);
      if (member == Told.YES && earlier == Told.YES) {
        return Place.LATER;
      }
      certain &= member == Told.NO || earlier == Told.NO;
    }
    return certain ? Place.FIRST : Place.UNKNOWN;
  }

  /** By its reference, or, where it has none, by the only open episode that covers its start. */
  private Told belongs(EncounterPicture encounter, EpisodePicture episode) {
    if (!encounter.episodes().isEmpty()) {
      return encounter.episodes().stream().map(References::idOf).anyMatch(episode.id()::equals)
          ? Told.YES
          : Told.NO;
    }
    LocalDate start = encounter.start();
    if (start == null) {
      return Told.UNCLEAR;
    }
    List<EpisodePicture> covering =
        open.stream().filter(e -> new Period(e.start(), e.end()).covers(start)).toList();
    if (!covering.contains(episode)) {
      return Told.NO;
    }
    return covering.size() == 1 ? Told.YES : Told.UNCLEAR;
  }

  private static Told isEarlier(EncounterPicture other, EncounterPicture encounter) {
    LocalDate start = other.start();
    LocalDate own = encounter.start();
    if (start == null || own == null) {
      return Told.UNCLEAR;
    }
    boolean sameDay = start.isEqual(own);
    boolean earlier = sameDay ? other.id().compareTo(encounter.id()) < 0 : start.isBefore(own);
    return earlier ? Told.YES : Told.NO;
  }
}
