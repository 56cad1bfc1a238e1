package nl.kindcheck.bench.core;

import java.util.concurrent.TimeUnit;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.AttentionPeriod;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CompletenessRule;
import nl.kindcheck.core.rule.Gate;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Ownership;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A family folded and every rule decided, without a database or a network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBench {

  private final LargeFamily known = new LargeFamily();
  private final Policy policy = Policy.standard();

  @Benchmark
  public void foldAndDecide(Blackhole hole) {
    Family family = Family.of(known.statements);
    KindcheckState state = KindcheckState.of(family, Care.NOT_KNOWN, known.events, known.checks);
    Recurrence recurrence = Recurrences.decide(state, policy, LargeFamily.TODAY).outcome();
    hole.consume(recurrence);
    hole.consume(CompletenessRule.of(known.last, family, policy));
    hole.consume(
        Gate.mayClose(
            Moment.INTAKE, LargeFamily.TODAY, state, recurrence, policy, LargeFamily.TODAY));
    hole.consume(
        Ownership.of("Practitioner/intaker", null, state, recurrence, LargeFamily.TODAY, policy));
    hole.consume(AttentionPeriod.of(state, policy));
  }

  /** The mean time of one family, in microseconds. */
  public static double microseconds() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(CoreBench.class.getName())
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getScore();
  }
}
