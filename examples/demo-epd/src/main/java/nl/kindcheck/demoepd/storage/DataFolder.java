package nl.kindcheck.demoepd.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of {@code demo-epd.data}, or memory only where none is given. A file is written beside
 * its place and then moved there, so that a process that dies leaves the old one or the new one,
 * never half of it.
 */
@Component
public class DataFolder {

  private final @Nullable Path folder;

  DataFolder(@Value("${demo-epd.data:}") String folder) {
    this.folder = folder.isBlank() ? null : Path.of(folder);
  }

  /** The text kept under a name; empty where there is none yet. */
  public Optional<String> read(String name) {
    if (folder == null || !Files.exists(folder.resolve(name))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder.resolve(name), e);
    }
  }

  /** Keeps a text under a name. */
  public void write(String name, String text) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, name, ".tmp");
      Files.writeString(beside, text);
      Files.move(
          beside,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder.resolve(name), e);
    }
  }
}
