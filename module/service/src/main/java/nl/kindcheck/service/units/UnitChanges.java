package nl.kindcheck.service.units;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list of units would change. No unit is ever taken away: one that is no longer named ends.
 *
 * @param added as they would be
 * @param changed as they would be; one that had ended may begin again
 * @param ended as they would be, with today as their last day
 * @param same how many stay as they are
 * @param key names this change and what it was worked out against, so that nothing else is carried
 *     out than what was seen
 */
record UnitChanges(List<Unit> added, List<Unit> changed, List<Unit> ended, int same, String key) {

  UnitChanges {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    ended = List.copyOf(ended);
  }

  static UnitChanges of(Map<String, Unit> known, List<Unit> told, long at, LocalDate today) {
    List<Unit> added = new ArrayList<>();
    List<Unit> changed = new ArrayList<>();
    List<Unit> ended = new ArrayList<>();
    int same = 0;
    for (Unit unit : told) {
      Unit before = known.get(unit.code());
      if (before == null) {
        added.add(unit.with(first(unit, today), unit.until()));
      } else {
        Unit next =
            unit.with(Objects.requireNonNullElse(unit.from(), firstOf(before, unit)), unit.until());
        if (next.equals(before)) {
          same++;
        } else {
          changed.add(next);
        }
      }
    }
    Map<String, Unit> named = told.stream().collect(Collectors.toMap(Unit::code, u -> u));
    for (Unit before : known.values()) {
      if (!named.containsKey(before.code()) && before.isThereAfter(today)) {
        ended.add(before.with(before.from(), later(before.from(), today)));
      } else if (!named.containsKey(before.code())) {
        same++;
      }
    }
    return new UnitChanges(added, changed, ended, same, key(told, at));
  }

  private static LocalDate first(Unit unit, LocalDate today) {
    LocalDate until = unit.until();
    LocalDate otherwise = until != null && until.isBefore(today) ? until : today;
    return Objects.requireNonNullElse(unit.from(), otherwise);
  }

  /** As it was, but never behind a last day that is told now. */
  private static LocalDate firstOf(Unit before, Unit told) {
    LocalDate from = Objects.requireNonNullElse(before.from(), LocalDate.MIN);
    LocalDate until = told.until();
    return until != null && until.isBefore(from) ? until : from;
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
    return one != null && one.isAfter(other) ? one : other;
  }

  private static String key(List<Unit> told, long at) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(told.toString().getBytes(UTF_8));
      return at + "-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isNothing() {
    return added.isEmpty() && changed.isEmpty() && ended.isEmpty();
  }

  List<Unit> all() {
    List<Unit> all = new ArrayList<>(added);
    all.addAll(changed);
    all.addAll(ended);
    return all;
  }
}
