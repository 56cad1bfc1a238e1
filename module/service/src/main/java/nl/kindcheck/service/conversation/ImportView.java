package nl.kindcheck.service.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.kindcheck.service.epdfamily.FamilyReport;
import org.jspecify.annotations.Nullable;

/** The page on which somebody chooses children of the EPD. */
public final class ImportView {

  private final FamilyReport report;
  private final List<Candidate> all;
  private final Filters filters;
  private final Set<String> chosen;
  private final @Nullable String problem;

  /**
   * @param problem the key of what is wrong with the choice; null where nothing is
   */
  ImportView(
      FamilyReport report,
      List<Candidate> all,
      Filters filters,
      Set<String> chosen,
      @Nullable String problem) {
    this.report = report;
    this.all = List.copyOf(all);
    this.filters = filters;
    this.chosen = Set.copyOf(chosen);
    this.problem = problem;
  }

  /** Who stands in the first list; the others stand apart and never disappear. */
  record Filters(boolean minor, boolean alive, boolean address) {

    static final Filters USUAL = new Filters(true, true, false);

    boolean let(Candidate child) {
      return !(minor && child.adult())
          && !(alive && child.deceased())
          && !(address && !Boolean.TRUE.equals(child.withPatient()));
    }
  }

  public boolean filtered(String by) {
    return switch (by) {
      case "minor" -> filters.minor();
      case "alive" -> filters.alive();
      default -> filters.address();
    };
  }

  public List<Candidate> first() {
    return all.stream().filter(filters::let).toList();
  }

  public List<Candidate> apart() {
    return all.stream().filter(child -> !filters.let(child)).toList();
  }

  public boolean empty() {
    return all.isEmpty();
  }

  public boolean nothingRead() {
    return report.nothingRead();
  }

  public boolean whole() {
    return report.whole();
  }

  public boolean choosable() {
    return all.stream().anyMatch(Candidate::free);
  }

  public boolean chosen(Candidate child) {
    return chosen.contains(child.key());
  }

  /** What was chosen, to be sent again when the EPD answers. */
  public Set<String> kept() {
    return chosen;
  }

  public int unreadable() {
    return report.family().unreadable();
  }

  /** Who else is around the patient, to ask about. */
  public List<Contact> contacts() {
    return report.family().contacts().stream()
        .map(contact -> new Contact(contact.label(), code(contact.kind())))
        .toList();
  }

  /**
   * @param label null where the EPD gives no first name
   * @param kind the end of the key of what the contact is to the patient
   */
  public record Contact(@Nullable String label, String kind) {}

  public @Nullable String problem() {
    return problem;
  }

  /** What could not be read: of each the end of two keys, of what and of why. */
  public List<Gap> gaps() {
    return report.gaps().stream()
        .map(
            gap ->
                new Gap((gap.partly() ? "partly." : "not.") + code(gap.source()), code(gap.why())))
        .toList();
  }

  /** Something that could not be read, by the ends of its keys. */
  public record Gap(String what, String why) {}

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
