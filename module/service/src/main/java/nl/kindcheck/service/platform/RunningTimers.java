package nl.kindcheck.service.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the timers run as long as the service does and no longer: a service that stops, or pauses,
 * takes no work that it could not follow any more.
 */
final class RunningTimers implements SmartLifecycle, AutoCloseable {

  private final Scheduler scheduler;
  private volatile boolean running;
  private boolean begun;

  RunningTimers(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public synchronized void start() {
    if (begun) {
      scheduler.resume();
    } else {
      scheduler.start();
      begun = true;
    }
    running = true;
  }

  /** Takes no more work; what has begun is ended. */
  @Override
  public synchronized void stop() {
    scheduler.pause();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public synchronized void close() {
    if (begun) {
      scheduler.stop();
    }
  }
}
