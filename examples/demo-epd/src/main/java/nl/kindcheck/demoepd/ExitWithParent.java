package nl.kindcheck.demoepd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Ends this process when the one that started it ends. The parent holds our standard input open; it
 * reaches its end however the parent dies, kill -9 included, so that no port stays taken.
 */
@Component
@ConditionalOnProperty("kindcheck.exit-with-parent")
class ExitWithParent implements ApplicationRunner {

  private final ApplicationContext context;

  ExitWithParent(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments args) {
    Thread watcher = new Thread(this::exitAtEndOfInput, "exit-with-parent");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void exitAtEndOfInput() {
    try (InputStream parent = System.in) {
      parent.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("Standard input could not be read", e);
    } finally {
      System.exit(SpringApplication.exit(context));
    }
  }
}
