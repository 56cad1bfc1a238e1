package nl.kindcheck.service.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.kindcheck.service.tenancy.TenantId;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log as a file of lines with commas between the fields (RFC 4180). */
@Component
class LogCsv {

  /** As in docs/audit.md. */
  private static final String[] HEAD = {
    "line_id",
    "request_id",
    "at",
    "event",
    "object",
    "object_ref",
    "parameters",
    "patient_ref",
    "user_ref",
    "role",
    "source",
    "address",
    "responsible",
    "ground",
    "outcome",
    "sealed"
  };

  /** What a spreadsheet takes as the beginning of a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader(HEAD).get();

  private final AuditLog log;

  LogCsv(AuditLog log) {
    this.log = log;
  }

  /** Writes what is asked for to a file, which is for the caller to delete. */
  Path write(TenantId tenant, AuditLog.Asked asked) throws IOException {
    Path file = Files.createTempFile("kindcheck-log", ".csv");
    try (CSVPrinter rows = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
      log.export(tenant, asked, found -> print(rows, cells(found)));
      return file;
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  private static void print(CSVPrinter rows, List<String> cells) {
    try {
      rows.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(AuditLog.Found found) {
    StoredLine line = found.line();
    return List.of(
        Long.toString(line.id()),
        line.request().toString(),
        line.at().toString(),
        line.event(),
        line.object(),
        text(line.reference()),
        text(line.parameters()),
        text(line.patient()),
        text(line.user()),
        line.role(),
        text(line.source()),
        text(line.address()),
        line.responsible(),
        line.ground(),
        line.outcome(),
        found.sealed() ? "sealed" : "not-sealed-yet");
  }

  /** What somebody else chose is never a formula. */
  private static String text(@Nullable String value) {
    if (value == null) {
      return "";
    }
    return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
