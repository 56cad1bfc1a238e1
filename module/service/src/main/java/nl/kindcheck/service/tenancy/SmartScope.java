package nl.kindcheck.service.tenancy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SMART scope for a user or a system, in the notation of version 1 ({@code user/Task.read}) or
 * 2 ({@code system/Task.rs}). A scope with a query is not understood here and therefore grants
 * nothing; a {@code patient/} scope neither.
 *
 * @param resourceType a FHIR type, or {@code *}
 */
public record SmartScope(String resourceType, Set<Interaction> interactions) {

  /** What a scope can grant. */
  public enum Interaction {
    CREATE,
    READ,
    UPDATE,
    SEARCH
  }

  private static final Pattern FORM =
      Pattern.compile("(?:user|system)/([A-Za-z]+|\\*)\\.(read|write|\\*|c?r?u?d?s?)");

  public SmartScope {
    interactions = Set.copyOf(interactions);
  }

  static Optional<SmartScope> parse(String scope) {
    Matcher m = FORM.matcher(scope);
    if (!m.matches() || m.group(2).isEmpty()) {
      return Optional.empty();
    }
    Set<Interaction> granted = EnumSet.noneOf(Interaction.class);
    switch (m.group(2)) {
      case "read" -> granted.addAll(EnumSet.of(Interaction.READ, Interaction.SEARCH));
      case "write" -> granted.addAll(EnumSet.of(Interaction.CREATE, Interaction.UPDATE));
      case "*" -> granted.addAll(EnumSet.allOf(Interaction.class));
      default -> letters(m.group(2), granted);
    }
    return Optional.of(new SmartScope(m.group(1), granted));
  }

  private static void letters(String letters, Set<Interaction> granted) {
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
  }

  boolean allows(Interaction interaction, String type) {
    return interactions.contains(interaction)
        && (resourceType.equals("*") || resourceType.equals(type));
  }
}
