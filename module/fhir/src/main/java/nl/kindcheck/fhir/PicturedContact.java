package nl.kindcheck.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.policy.Code;
import org.jspecify.annotations.Nullable;

/**
 * Somebody around the patient who is no child, as an EPD has it: a person to ask about, of whom
 * nobody said yet whether he or she cares for the children.
 *
 * @param label a first name; null where the EPD gives none
 */
public record PicturedContact(@Nullable String label, Kind kind) {

  /** What the contact is to the patient; whoever is something else is left out. */
  public enum Kind {
    PARTNER,
    FORMER_PARTNER,
    PARENT,
    SIBLING,
    FAMILY,
    FRIEND,
    NEIGHBOUR
  }

  /** HL7 v3 RoleCode, as the zib ContactPerson uses it. */
  private static final Map<Kind, List<String>> CODES =
      Map.of(
          Kind.PARTNER, List.of("SPS", "HUSB", "WIFE", "DOMPART", "SIGOTHR"),
          Kind.FORMER_PARTNER, List.of("FMRSPS"),
          Kind.PARENT, List.of("PRN", "FTH", "MTH", "NPRN", "NFTH", "NMTH", "STPPRN"),
          Kind.SIBLING, List.of("SIB", "BRO", "SIS"),
          Kind.FAMILY,
              List.of("FAMMEMB", "EXT", "AUNT", "UNCLE", "COUSN", "GRPRN", "GRFTH", "GRMTH"),
          Kind.FRIEND, List.of("FRND"),
          Kind.NEIGHBOUR, List.of("NBOR"));

  static Optional<Kind> kind(List<Code> codes) {
    for (Kind kind : Kind.values()) {
      for (Code code : codes) {
        if (RelationCodes.isRoleCode(code)
            && CODES.getOrDefault(kind, List.of()).contains(code.code())) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }
}
