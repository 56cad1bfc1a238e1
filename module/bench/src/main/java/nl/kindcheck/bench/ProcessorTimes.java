package nl.kindcheck.bench;

import static nl.kindcheck.bench.Report.number;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import nl.kindcheck.bench.world.BenchDatabase;
import nl.kindcheck.bench.world.ServiceProcess;

/**
 * Where the processor time of the calls goes: what is slow should be seen beside how slow it is.
 */
record ProcessorTimes(ServiceProcess service, BenchDatabase database) {

  /** What both had used at some moment. */
  record Used(Duration service, Duration database) {

    Used plus(Used other) {
      return new Used(service.plus(other.service), database.plus(other.database));
    }

    /** In microseconds for each of a number of calls. */
    String each(int calls) {
      return number(
          "the service %.0f and PostgreSQL %.0f µs of processor time a call",
          service.toNanos() / 1e3 / calls, database.toNanos() / 1e3 / calls);
    }
  }

  Used now() throws IOException {
    try {
      return new Used(service.processorTime(), database.processorTime());
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  Used since(Used before) throws IOException {
    Used now = now();
    return new Used(now.service.minus(before.service), now.database.minus(before.database));
  }
}
