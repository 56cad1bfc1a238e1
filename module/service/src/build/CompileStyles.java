import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompiler;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Run by the build, as one source file and without being part of what is shipped: compiles the
 * pages' Sass, and puts the few script files of the WebJars beside it. So the service carries a
 * stylesheet and two scripts instead of two whole packages and a compiler.
 *
 * <p>Arguments: the module's folder, the version of GOV.UK Frontend, the version of htmx.
 */
final class CompileStyles {

  private static final String WEBJARS = "META-INF/resources/webjars/";

  private final Path module;
  private final Path work;
  private final Path out;

  private CompileStyles(Path module) {
    this.module = module;
    this.work = module.resolve("target/sass");
    this.out = module.resolve("target/classes/app/static");
  }

  public static void main(String[] args) throws Exception {
    new CompileStyles(Path.of(args[0])).run("govuk-frontend/" + args[1], "htmx.org/" + args[2]);
  }

  private void run(String govuk, String htmx) throws Exception {
    Path css = out.resolve("kindcheck.css");
    if (Files.exists(css) && Files.getLastModifiedTime(css).compareTo(newestSource()) > 0) {
      return;
    }
    Files.createDirectories(out);
    copy(govuk + "/dist/govuk/govuk-frontend.min.js");
    copy(htmx + "/dist/htmx.min.js");
    try (SassCompiler sass = SassCompilerFactory.bundled()) {
      sass.setLoadPaths(List.of(unpacked(govuk + "/dist").toFile()));
      // GOV.UK Frontend 5 is written with @import; what is said about that says nothing about us.
      List.of("import", "global-builtin", "slash-div", "color-functions")
          .forEach(sass::addSilenceDeprecation);
      sass.setQuietDeps(true);
      String compiled =
          sass.compileFile(module.resolve("src/main/sass/kindcheck.scss").toFile(), OutputStyle.COMPRESSED)
              .getCss();
      Files.writeString(css, compiled);
    }
  }

  private FileTime newestSource() throws IOException {
    try (Stream<Path> sources =
        Stream.concat(
            Files.walk(module.resolve("src/main/sass")),
            Stream.of(module.resolve("pom.xml"), module.resolve("src/build/CompileStyles.java")))) {
      return sources.map(CompileStyles::changed).max(FileTime::compareTo).orElseThrow();
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One script, without the address of a source map that nobody serves. */
  private void copy(String path) throws IOException {
    try (InputStream in = CompileStyles.class.getClassLoader().getResourceAsStream(WEBJARS + path)) {
      if (in == null) {
        throw new IOException("The WebJars hold no " + path);
      }
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          out.resolve(path.substring(path.lastIndexOf('/') + 1)),
          script.replaceAll("(?m)^//# sourceMappingURL=.*$", ""));
    }
  }

  /** The Sass files of a WebJar as files, because the compiler reads no jars. */
  private Path unpacked(String folder) throws Exception {
    String jar =
        CompileStyles.class
            .getClassLoader()
            .getResource(WEBJARS + folder + "/govuk/index.scss")
            .toString();
    try (FileSystem files =
            FileSystems.newFileSystem(
                URI.create(jar.substring(0, jar.indexOf("!/"))), Map.of());
        Stream<Path> all = Files.walk(files.getPath(WEBJARS + folder))) {
      for (Path file : all.filter(f -> f.toString().endsWith(".scss")).toList()) {
        Path to = work.resolve(files.getPath(WEBJARS + folder).relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return work;
  }
}
