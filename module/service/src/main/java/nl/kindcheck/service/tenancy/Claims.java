package nl.kindcheck.service.tenancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads claims whose form nobody promised us: what is not as expected is not there. */
public final class Claims {

  private Claims() {}

  /**
   * A claim by its name; one with dots in its name that is not there is looked for inside claims.
   */
  public static @Nullable Object at(Map<String, Object> claims, String name) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inside
        ? at(named(inside), name.substring(dot + 1))
        : null;
  }

  /** A text, or a list of nothing but texts; anything else is empty. */
  public static Set<String> texts(@Nullable Object claim) {
    if (claim instanceof String text) {
      return text.isBlank() ? Set.of() : Set.of(text);
    }
    Set<String> texts = new LinkedHashSet<>();
    if (claim instanceof Collection<?> list) {
      for (Object one : list) {
        if (!(one instanceof String text) || text.isBlank()) {
          return Set.of();
        }
        texts.add(text);
      }
    }
    return texts;
  }

  /** An object of a claim; empty for anything else. */
  public static Map<String, Object> object(@Nullable Object claim) {
    return claim instanceof Map<?, ?> map ? named(map) : Map.of();
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new HashMap<>();
    map.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
