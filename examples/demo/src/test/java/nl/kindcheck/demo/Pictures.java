package nl.kindcheck.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Pictures of the pages, for people to look at: only where a folder is named for them with {@code
 * -Dkindcheck.pictures=folder}.
 */
final class Pictures {

  private static final String FOLDER = System.getProperty("kindcheck.pictures", "");
  private static final int WIDE = 1440;
  private static final int NARROW = 375;

  private Pictures() {}

  /** The page as it is, on a wide and on a narrow screen. */
  static void of(Page page, String name) {
    onBothScreens(
        page,
        name,
        file ->
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setPath(file)
                    .setFullPage(true)
                    // Hiding it takes a style of which our pages rightly complain.
                    .setCaret(ScreenshotCaret.INITIAL)));
  }

  /** A part of a page that is too long to be looked at as a whole. */
  static void of(Page page, Locator part, String name) {
    onBothScreens(
        page,
        name,
        file ->
            part.screenshot(
                new Locator.ScreenshotOptions().setPath(file).setCaret(ScreenshotCaret.INITIAL)));
  }

  private static void onBothScreens(Page page, String name, Consumer<Path> shoot) {
    if (FOLDER.isEmpty()) {
      return;
    }
    ViewportSize before = page.viewportSize();
    for (int width : new int[] {WIDE, NARROW}) {
      page.setViewportSize(width, before.height);
      shoot.accept(Path.of(FOLDER).resolve(name + "-" + width + ".png"));
    }
    page.setViewportSize(before.width, before.height);
  }
}
