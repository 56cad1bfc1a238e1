package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The children of several pictures, each child once: the same birth is the same child, unless their
 * names differ. Two of the same birth in one picture are twins and stay two.
 */
final class Sightings {

  /**
   * @param date of the latest picture that shows the child; null where that is undated
   */
  record Sighting(PicturedChild child, @Nullable LocalDate date) {

    /** What this one does not say, an earlier one may. */
    Sighting completedBy(PicturedChild other) {
      return new Sighting(
          new PicturedChild(
              child.birth() == null ? other.birth() : child.birth(),
              child.atHome() == null ? other.atHome() : child.atHome(),
              child.label() == null ? other.label() : child.label(),
              child.relation() == null ? other.relation() : child.relation(),
              child.source(),
              child.sameAddress() == null ? other.sameAddress() : child.sameAddress(),
              child.deceased() || other.deceased(),
              child.ended() && other.ended()),
          date);
    }
  }

  private final List<Sighting> all = new ArrayList<>();

  private Sightings() {}

  static Sightings of(List<FamilyPicture> pictures) {
    Sightings sightings = new Sightings();
    pictures.stream()
        .sorted(
            Comparator.comparing(
                FamilyPicture::date, Comparator.nullsLast(Comparator.reverseOrder())))
        .forEach(sightings::add);
    return sightings;
  }

  private void add(FamilyPicture picture) {
    Set<Integer> matched = new HashSet<>();
    int before = all.size();
    for (PicturedChild child : picture.children()) {
      int same = indexOfSame(child, before, matched);
      if (same < 0) {
        all.add(new Sighting(child, picture.date()));
      } else {
        matched.add(same);
        all.set(same, all.get(same).completedBy(child));
      }
    }
  }

  private int indexOfSame(PicturedChild child, int before, Set<Integer> matched) {
    for (int i = 0; i < before; i++) {
      PicturedChild seen = all.get(i).child();
      if (!matched.contains(i)
          && isSame(child.birth(), child.label(), seen.birth(), seen.label())) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Those that are none of the known children, the deceased included; each known one counts once.
   */
  List<Sighting> notAmong(List<Child> known) {
    return among(known).stream()
        .filter(seen -> seen.known() == null)
        .map(seen -> new Sighting(seen.child(), seen.pictured()))
        .toList();
  }

  /** All of them, each with the known child that it is; each known one counts once. */
  List<SeenChild> among(List<Child> known) {
    List<Child> left = new ArrayList<>(known);
    List<SeenChild> seen = new ArrayList<>();
    for (Sighting sighting : all) {
      PicturedChild child = sighting.child();
      Child same =
          left.stream()
              .filter(
                  c ->
                      isSame(
                          child.birth(),
                          child.label(),
                          c.birth().orElse(null),
                          c.label().orElse(null)))
              .findFirst()
              .orElse(null);
      left.remove(same);
      seen.add(new SeenChild(child, sighting.date(), same == null ? null : same.id()));
    }
    return seen;
  }

  private static boolean isSame(
      @Nullable PartialDate birth,
      @Nullable String label,
      @Nullable PartialDate otherBirth,
      @Nullable String otherLabel) {
    boolean sameName =
        label != null && otherLabel != null && normal(label).equals(normal(otherLabel));
    if (birth == null || otherBirth == null) {
      return sameName;
    }
    return ChildIdentity.overlaps(birth, otherBirth)
        && (sameName || label == null || otherLabel == null);
  }

  private static String normal(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
