package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for amending, whatever was said before and is said now. */
class AmendingProperties {

  private static final ResponseId RESPONSE = new ResponseId(new UUID(9, 9));
  private static final Instant FIRST = Instant.parse("2026-01-12T10:00:00Z");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theFamilyReadsAsIfOnlyTheAmendedConversationHadBeenRecorded(long seed) {
    List<Statement> all = new ArrayList<>();
    Conversation last = recordAndAmend(seed, all);
    Family alone = Family.of(Recording.statements(last, RESPONSE, FIRST));
    assertThat(reading(Family.of(all))).isEqualTo(reading(alone));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noIdIsEverGivenTwiceAndTheSameAmendmentGivesTheSameIds(long seed) {
    List<Statement> all = new ArrayList<>();
    recordAndAmend(seed, all);
    List<Statement> again = new ArrayList<>();
    recordAndAmend(seed, again);
    assertThat(all).extracting(Statement::id).doesNotHaveDuplicates();
    assertThat(again).isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCorrectionNamesAStatementInForceAndNoneIsCorrectedTwice(long seed) {
    List<Statement> all = new ArrayList<>();
    recordAndAmend(seed, all);
    Set<StatementId> seen = new HashSet<>();
    Set<StatementId> corrected = new HashSet<>();
    for (Statement s : all) {
      Statement.Correction correction = s.corrects();
      if (correction != null) {
        assertThat(seen).contains(correction.statement());
        assertThat(corrected.add(correction.statement())).isTrue();
      }
      seen.add(s.id());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameConversationAgainAddsNothing(long seed) {
    Conversation talk = GeneratedTalk.of(seed);
    List<Statement> first = Recording.statements(talk, RESPONSE, FIRST);
    assertThat(Amending.statements(talk, RESPONSE, 2, FIRST, first, "Nog eens.")).isEmpty();
  }

  /** Records one conversation and amends it twice; answers with the last. */
  private static Conversation recordAndAmend(long seed, List<Statement> all) {
    all.addAll(Recording.statements(GeneratedTalk.of(seed), RESPONSE, FIRST));
    Conversation last = GeneratedTalk.of(seed);
    for (int version = 2; version <= 3; version++) {
      last = GeneratedTalk.of(seed + version * 1000L);
      all.addAll(
          Amending.statements(
              last,
              RESPONSE,
              version,
              FIRST.plusSeconds(version),
              inForce(all),
              "Niet goed gehoord."));
    }
    return last;
  }

  private static List<Statement> inForce(Collection<Statement> all) {
    Set<StatementId> corrected = new HashSet<>();
    for (Statement s : all) {
      Statement.Correction correction = s.corrects();
      if (correction != null) {
        corrected.add(correction.statement());
      }
    }
    return all.stream()
        .filter(s -> !corrected.contains(s.id()) && !(s.claim() instanceof Claim.Retracted))
        .toList();
  }

  /** All that a family tells, but for the order in which it was told. */
  private static Map<String, Object> reading(Family family) {
    Map<String, Object> reading = new HashMap<>();
    for (Child child : family.children()) {
      reading.put(
          child.id().toString(),
          List.of(
              child.label(),
              child.relation(),
              child.birth(),
              child.residence(),
              child.custody(),
              child.wellbeing(),
              child.died(),
              child.statements().stream().map(AmendingProperties::text).sorted().toList()));
    }
    reading.put("pregnancy", family.pregnancy());
    reading.put("gut feeling", family.gutFeeling());
    reading.put("partner", family.partnerHasChildren());
    reading.put("carers", Set.copyOf(family.carers()));
    reading.put("changes", family.householdChanges());
    reading.put("none", family.noChildrenStated());
    reading.put(
        "households",
        family.households().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        e.getValue().stream()
                            .map(c -> c.id().toString())
                            .collect(Collectors.toCollection(TreeSet::new)))));
    return reading;
  }

  private static String text(Statement s) {
    return s.claim() + " " + s.perspective() + " " + s.nature() + " " + s.origin().linkId();
  }
}
