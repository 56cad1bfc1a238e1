package nl.kindcheck.service.overview;

import java.util.Map;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what a statement about a child claims. */
@Component
public class ClaimWords {

  private final Words words;

  ClaimWords(Words words) {
    this.words = words;
  }

  public String of(Claim claim) {
    String verbatim = verbatim(claim);
    if (verbatim != null) {
      return verbatim;
    }
    Map.Entry<String, Coded> coded = coded(claim);
    if (coded != null) {
      String value = words.coded(coded.getKey(), coded.getValue());
      String note = note(claim);
      return note == null
          ? value
          : words.of("overview.timeline.with-note", "value", value, "note", note);
    }
    if (claim instanceof Claim.Born born) {
      return born.date() == null ? words.of("overview.timeline.unknown") : words.month(born.date());
    }
    if (claim instanceof Claim.SeenInDomain seen) {
      return words.of(
          "overview.timeline.in-domain",
          "domain",
          words.coded("word.domain.", seen.domain()),
          "text",
          seen.text());
    }
    return words.coded("word.topic.", claim.topic());
  }

  /** What was said in somebody's own words. */
  private @Nullable String verbatim(Claim claim) {
    if (claim instanceof Claim.ChildNamed named) {
      String label = named.label();
      return label == null || label.isBlank() ? words.of("overview.timeline.named") : label;
    }
    if (claim instanceof Claim.ChildSaid said) {
      return said.words();
    }
    if (claim instanceof Claim.CaredForWhenUnable cared) {
      return cared.by();
    }
    if (claim instanceof Claim.IsNow now) {
      return now.where();
    }
    return claim instanceof Claim.Trusts trusts ? trusts.adult() : null;
  }

  private static Map.@Nullable Entry<String, Coded> coded(Claim claim) {
    if (claim instanceof Claim.RelationStated c) {
      return Map.entry("word.relation.", c.relation());
    }
    if (claim instanceof Claim.Lives c) {
      return Map.entry("word.residence.", c.residence());
    }
    if (claim instanceof Claim.CustodyHeld c) {
      return Map.entry("word.custody.", c.custody());
    }
    if (claim instanceof Claim.ContactKept c) {
      return Map.entry("word.contact.", c.contact());
    }
    if (claim instanceof Claim.Fares c) {
      return Map.entry("word.wellbeing.", c.wellbeing());
    }
    if (claim instanceof Claim.OverAdapts c) {
      return Map.entry("word.over-adaptation.", c.overAdaptation());
    }
    return claim instanceof Claim.WasTold c
        ? Map.entry("word.illness-explained.", c.illnessExplained())
        : null;
  }

  private static @Nullable String note(Claim claim) {
    String note =
        claim instanceof Claim.Fares fares
            ? fares.note()
            : claim instanceof Claim.Lives lives ? lives.household() : null;
    return note == null || note.isBlank() ? null : note;
  }
}
