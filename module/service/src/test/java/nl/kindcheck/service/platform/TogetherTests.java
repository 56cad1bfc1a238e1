package nl.kindcheck.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who come together get each what is theirs, and nobody waits for ever. */
class TogetherTests {

  private static final int MANY = 200;

  private final ExecutorService callers = Executors.newFixedThreadPool(32);

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  private static List<String> answered(List<Integer> asked) {
    return asked.stream().map(n -> "answer " + n).toList();
  }

  @Test
  void eachGetsItsOwnAnswer() throws InterruptedException, ExecutionException {
    Together<Integer, String> together = new Together<>(TogetherTests::answered);
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int n = i;
      calls.add(() -> together.forOne(n));
    }
    List<Future<String>> answers = callers.invokeAll(calls);
    for (int i = 0; i < MANY; i++) {
      assertThat(answers.get(i).get()).isEqualTo("answer " + i);
    }
  }

  @Test
  void whoComesWhileAGroupIsUnderWayGoesWithTheNext()
      throws InterruptedException, ExecutionException {
    List<Integer> groups = new CopyOnWriteArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    Together<Integer, String> together =
        new Together<>(
            asked -> {
              groups.add(asked.size());
              first.countDown();
              await(others);
              return answered(asked);
            });
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int n = i;
      answers.add(callers.submit(() -> together.forOne(n)));
    }
    await(first);
    while (together.waiting() < 9) {
      Thread.onSpinWait();
    }
    others.countDown();
    for (int i = 0; i < 10; i++) {
      assertThat(answers.get(i).get()).isEqualTo("answer " + i);
    }
    assertThat(groups).containsExactly(1, 9);
  }

  @Test
  void aFaultReachesItsGroupAndNobodyAfterIt() throws InterruptedException, ExecutionException {
    Together<Integer, String> together =
        new Together<>(
            asked -> {
              if (asked.contains(13)) {
                throw new IllegalStateException("thirteen");
              }
              return answered(asked);
            });
    assertThatThrownBy(() -> together.forOne(13)).hasMessage("thirteen");
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int n = i;
      calls.add(() -> isAnsweredOrFails(together, n));
    }
    for (Future<Boolean> one : callers.invokeAll(calls)) {
      assertThat(one.get()).isTrue();
    }
    assertThat(together.forOne(14)).isEqualTo("answer 14");
  }

  private static boolean isAnsweredOrFails(Together<Integer, String> together, int n) {
    try {
      return together.forOne(n).equals("answer " + n);
    } catch (IllegalStateException e) {
      return "thirteen".equals(e.getMessage());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
