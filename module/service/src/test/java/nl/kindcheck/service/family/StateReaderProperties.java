package nl.kindcheck.service.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written as a family's state is what is read, whatever it holds. */
class StateReaderProperties {

  private static final int CASES = 5_000;

  private final Random random = new Random(20261122);

  @Test
  void readsWhatWasWritten() {
    for (int i = 0; i < CASES; i++) {
      KindcheckState state = state();
      assertThat(StateReader.read(RecordJson.MAPPER.writeValueAsString(state))).isEqualTo(state);
    }
  }

  private KindcheckState state() {
    return new KindcheckState(
        new Care(one(Care.Status.values()), orNull(this::day), orNull(this::day)),
        some(() -> new CareEvent(one(CareEvent.Kind.values()), day(), "Encounter/" + id())),
        some(
            () ->
                new KindcheckState.ChildInShort(
                    new ChildId(id()), orNull(this::partial), random.nextBoolean())),
        orNull(() -> new Pregnancy(one(PregnancyStatus.values()), day(), orNull(this::partial))),
        orNull(this::check),
        some(this::check));
  }

  private Check check() {
    return new Check(
        new ResponseId(id()),
        day(),
        one(Outcome.values()),
        one(Standing.values()),
        random.nextBoolean(),
        orNull(this::day));
  }

  private LocalDate day() {
    return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
  }

  private PartialDate partial() {
    String day = day().toString();
    return PartialDate.parse(day.substring(0, one(4, 7, 10)));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  private <T> @Nullable T orNull(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(4)).toList();
  }
}
