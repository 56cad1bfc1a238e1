package nl.kindcheck.service.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One SMART scope, in the notation of version 1 ({@code user/Task.read}) or 2 ({@code
 * system/Task.rs}, {@code patient/Observation.rs?code=wellbeing}).
 *
 * @param resourceType a FHIR type, or {@code *}
 * @param query what a granular scope narrows it to; empty for none
 */
public record SmartScope(
    Context context,
    String resourceType,
    Set<Interaction> interactions,
    Map<String, String> query) {

  /** For whom a scope counts. */
  public enum Context {
    PATIENT,
    USER,
    SYSTEM
  }

  /** What a scope can grant. */
  public enum Interaction {
    CREATE,
    READ,
    UPDATE,
    SEARCH
  }

  private static final Pattern FORM =
      Pattern.compile(
          "(patient|user|system)/([A-Za-z]+|\\*)\\.(read|write|\\*|c?r?u?d?s?)(?:\\?(.+))?");

  public SmartScope {
    interactions = Set.copyOf(interactions);
    query = Map.copyOf(query);
  }

  /** Empty for what is no SMART scope, and for one whose query cannot be read. */
  static Optional<SmartScope> parse(String scope) {
    Matcher m = FORM.matcher(scope);
    if (!m.matches() || m.group(3).isEmpty()) {
      return Optional.empty();
    }
    boolean versionOne = Set.of("read", "write", "*").contains(m.group(3));
    String narrowed = m.group(4);
    if (narrowed != null && versionOne) {
      return Optional.empty();
    }
    return query(narrowed)
        .map(
            query ->
                new SmartScope(
                    Context.valueOf(m.group(1).toUpperCase(Locale.ROOT)),
                    m.group(2),
                    interactions(m.group(3)),
                    query));
  }

  private static Set<Interaction> interactions(String granted) {
    return switch (granted) {
      case "read" -> EnumSet.of(Interaction.READ, Interaction.SEARCH);
      case "write" -> EnumSet.of(Interaction.CREATE, Interaction.UPDATE);
      case "*" -> EnumSet.allOf(Interaction.class);
      default -> letters(granted);
    };
  }

  private static Set<Interaction> letters(String letters) {
    Set<Interaction> granted = EnumSet.noneOf(Interaction.class);
    if (letters.contains("c")) {
      granted.add(Interaction.CREATE);
    }
    if (letters.contains("r")) {
      granted.add(Interaction.READ);
    }
    if (letters.contains("u")) {
      granted.add(Interaction.UPDATE);
    }
    if (letters.contains("s")) {
      granted.add(Interaction.SEARCH);
    }
    return granted;
  }

  /** Empty where it is no query of different names with a value each. */
  private static Optional<Map<String, String>> query(@Nullable String text) {
    Map<String, String> query = new HashMap<>();
    if (text == null) {
      return Optional.of(query);
    }
    for (String part : text.split("&", -1)) {
      int is = part.indexOf('=');
      try {
        String name = is < 1 ? "" : URLDecoder.decode(part.substring(0, is), UTF_8);
        String value = URLDecoder.decode(part.substring(is + 1), UTF_8);
        if (name.isEmpty() || value.isEmpty() || query.put(name, value) != null) {
          return Optional.empty();
        }
      } catch (IllegalArgumentException notEncoded) {
        return Optional.empty();
      }
    }
    return Optional.of(query);
  }

  boolean allows(Interaction interaction, String type) {
    return interactions.contains(interaction)
        && (resourceType.equals("*") || resourceType.equals(type));
  }
}
