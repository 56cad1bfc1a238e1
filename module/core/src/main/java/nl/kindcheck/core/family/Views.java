package nl.kindcheck.core.family;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements in force about one subject, per topic and perspective. What prevails on a topic is
 * the latest fact, or the latest opinion where nobody stated a fact; the others stay readable
 * beside it (F11). A name or a date of birth that somebody knows is not undone by somebody else who
 * does not know it (requirements 4.4), and an ended pregnancy weighs as a fact whoever says it, so
 * that nobody is asked about it again.
 */
final class Views {

  private final List<Statement> statements = new ArrayList<>();
  private final @Nullable Statement[] prevailing = new @Nullable Statement[Topic.values().length];

  void add(Statement s) {
    statements.add(s);
    int topic = s.claim().topic().ordinal();
    Statement before = prevailing[topic];
    if (before == null || prevailsOver(s, before)) {
      prevailing[topic] = s;
    }
  }

  private static boolean prevailsOver(Statement later, Statement before) {
    if (saysUnknown(later.claim()) != saysUnknown(before.claim())) {
      return saysUnknown(before.claim());
    }
    if (weighsAsFact(later) != weighsAsFact(before)) {
      return weighsAsFact(later);
    }
    return !later.observedAt().beginsBefore(before.observedAt());
  }

  private static boolean saysUnknown(Claim claim) {
    return (claim instanceof Claim.Born born && born.date() == null)
        || (claim instanceof Claim.ChildNamed named && !named.hasLabel());
  }

  static boolean weighsAsFact(Statement s) {
    return s.nature() == Nature.FACT
        || (s.claim() instanceof Claim.PregnancyStated p && p.status() == PregnancyStatus.ENDED);
  }

  boolean isStated(Topic topic) {
    return prevailing[topic.ordinal()] != null;
  }

  Optional<Statement> prevailing(Topic topic) {
    return Optional.ofNullable(prevailing[topic.ordinal()]);
  }

  <C extends Claim> Optional<C> prevailing(Topic topic, Class<C> type) {
    return prevailing(topic).map(Statement::claim).filter(type::isInstance).map(type::cast);
  }

  Optional<Statement> latest(Topic topic, Perspective perspective) {
    Statement found = null;
    for (Statement s : statements) {
      boolean asked = s.claim().topic() == topic && s.perspective() == perspective;
      if (asked && (found == null || s.observedAt().compareTo(found.observedAt()) >= 0)) {
        found = s;
      }
    }
    return Optional.ofNullable(found);
  }

  Set<Perspective> perspectives() {
    Set<Perspective> seen = EnumSet.noneOf(Perspective.class);
    statements.forEach(s -> seen.add(s.perspective()));
    return seen;
  }

  List<Statement> statements() {
    return Collections.unmodifiableList(statements);
  }
}
