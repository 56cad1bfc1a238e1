package nl.kindcheck.service.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * How far the demo's clock is ahead, kept beside its database so that a second start goes on from
 * there.
 */
final class DemoState {

  private final Path file;

  DemoState(Path folder) {
    this.file = folder.resolve("clock");
  }

  Duration read() {
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file).trim()) : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all: a kill halfway leaves the old one. */
  void save(Duration ahead) {
    try {
      Path written = Files.writeString(file.resolveSibling("clock.new"), ahead.toString());
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
