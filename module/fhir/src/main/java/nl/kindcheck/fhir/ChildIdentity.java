package nl.kindcheck.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.ResponseId;
import org.jspecify.annotations.Nullable;

/**
 * Which child each group of a response is about: the one whose id it carries, else a known child of
 * the same name whose birth may be the same, else a new one.
 */
final class ChildIdentity {

  /** What a group says of who the child is. */
  private record Description(@Nullable String label, @Nullable PartialDate birth) {

    /** A child whose birth cannot be read is nobody's namesake: it might be told apart by it. */
    static Description of(Group group) {
      if (group.isGiven(LinkIds.CHILD_BIRTH) && group.answer(LinkIds.CHILD_BIRTH).isEmpty()) {
        return new Description(null, null);
      }
      return new Description(
          group.answer(LinkIds.CHILD_LABEL).map(Answered::text).orElse(null),
          group.answer(LinkIds.CHILD_BIRTH).map(Answered::date).orElse(null));
    }

    static Description of(Child child) {
      return new Description(child.label().orElse(null), child.birth().orElse(null));
    }

    /** The same name, and births that may be the same: overlapping, or one of them unknown. */
    boolean mayBe(Description other) {
      return label != null
          && other.label != null
          && normal(label).equals(normal(other.label))
          && (birth == null || other.birth == null || overlaps(birth, other.birth));
    }

    private static String normal(String label) {
      return label.strip().toLowerCase(Locale.ROOT);
    }
  }

  private final ResponseId response;
  private final Family known;
  private final Sayings sayings;
  private final Set<ChildId> taken = new HashSet<>();

  ChildIdentity(ResponseId response, Family known, Sayings sayings) {
    this.response = response;
    this.known = known;
    this.sayings = sayings;
  }

  static boolean overlaps(PartialDate one, PartialDate other) {
    return !one.firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(one.lastDay());
  }

  /** One id for each group, in their order; meaningless where a fault was found. */
  List<ChildId> of(List<Group> groups) {
    List<Optional<ChildId>> found = new ArrayList<>();
    for (Group group : groups) {
      Optional<ChildId> id = stated(group).or(() -> recognised(group));
      id.filter(child -> !taken.add(child)).ifPresent(child -> twice(group));
      found.add(id);
    }
    List<ChildId> ids = new ArrayList<>();
    List<Description> unknown = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Description description = Description.of(groups.get(i));
      if (found.get(i).isEmpty()) {
        if (unknown.stream().anyMatch(description::mayBe)) {
          twice(groups.get(i));
        }
        unknown.add(description);
      }
      ids.add(found.get(i).isPresent() ? found.get(i).get() : fresh(i));
    }
    return ids;
  }

  private Optional<ChildId> stated(Group group) {
    Optional<Answered> answer = group.answer(LinkIds.CHILD_ID);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Optional<ChildId> id =
        known.children().stream()
            .map(Child::id)
            .filter(child -> child.toString().equals(answer.get().text()))
            .findFirst();
    if (id.isEmpty()) {
      sayings.fault(answer.get().path(), "response.unknown-child", Map.of());
    }
    return id;
  }

  private Optional<ChildId> recognised(Group group) {
    Description description = Description.of(group);
    List<Child> candidates =
        known.children().stream().filter(c -> description.mayBe(Description.of(c))).toList();
    List<Child> sameBirth =
        candidates.stream()
            .filter(c -> description.birth() != null && c.birth().isPresent())
            .toList();
    List<Child> best = sameBirth.isEmpty() ? candidates : sameBirth;
    if (best.size() > 1 && !group.isGiven(LinkIds.CHILD_ID)) {
      sayings.fault(group.path(), "response.ambiguous-child", Map.of());
    }
    return best.stream().map(Child::id).findFirst();
  }

  private void twice(Group group) {
    sayings.fault(group.path(), "response.child-twice", Map.of());
  }

  /** From the response and the place in it, so that reading it again finds the same child. */
  private ChildId fresh(int index) {
    ChildId id;
    int attempt = 0;
    do {
      String name = "%s/child/%d/%d".formatted(response, index, attempt++);
      id = new ChildId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    } while (!taken.add(id));
    return id;
  }
}
