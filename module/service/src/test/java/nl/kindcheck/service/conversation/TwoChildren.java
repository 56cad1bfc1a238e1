package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.List;

/** A first Kindcheck of two children without concerns: only what is required. Nobody real. */
final class TwoChildren {

  static final List<String> FIELDS =
      List.of(
          "children.0.label", "Noor",
          "children.0.birth", "3-2019",
          "children.0.relation", "own",
          "children.0.residence", "with-patient",
          "children.0.wellbeing", "goes-well",
          "children.0.over-adaptation", "not-seen",
          "children.0.illness-explained", "not-yet",
          "children.1.label", "Sam",
          "children.1.birth", "2023",
          "children.1.relation", "own",
          "children.1.residence", "partly-with-patient",
          "children.1.wellbeing", "goes-well",
          "children.1.over-adaptation", "not-seen",
          "children.1.illness-explained", "too-young",
          "pregnancy", "no",
          "partner-children", "no",
          "other-carers", "no",
          "discussed", "yes",
          "gut-feeling", "pluis",
          "outcome", "goes-well");

  private TwoChildren() {}

  /** The same, with fields changed or added: name and value by turns; an empty value removes. */
  static String[] with(String... changes) {
    List<String> fields = new ArrayList<>(FIELDS);
    for (int i = 0; i < changes.length; i += 2) {
      int at = fields.indexOf(changes[i]);
      if (at >= 0) {
        fields.remove(at + 1);
        fields.remove(at);
      }
      if (!changes[i + 1].isEmpty()) {
        fields.add(changes[i]);
        fields.add(changes[i + 1]);
      }
    }
    return fields.toArray(String[]::new);
  }
}
