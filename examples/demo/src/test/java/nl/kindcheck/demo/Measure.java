package nl.kindcheck.demo;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;

/** What a page costs the person who opens it: bytes, jumps, and scrolling sideways. */
final class Measure {

  private static final String WATCH_SHIFTS =
      """
      window.shifted = 0;
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      """;

  private Measure() {}

  /** The bytes that came over the line for opening the page anew, with nothing kept of it. */
  static long transfer(Page page) {
    CDPSession browser = page.context().newCDPSession(page);
    AtomicLong bytes = new AtomicLong();
    browser.on(
        "Network.loadingFinished",
        (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    browser.send("Network.enable");
    JsonObject off = new JsonObject();
    off.addProperty("cacheDisabled", true);
    browser.send("Network.setCacheDisabled", off);
    page.reload();
    browser.detach();
    return bytes.get();
  }

  /** How far things moved by themselves while the page was opened anew; 0 is not at all. */
  static double shift(Page page) {
    page.addInitScript(WATCH_SHIFTS);
    page.reload();
    // Two frames: then all that belongs to the opening was drawn.
    page.evaluate("() => new Promise(d => requestAnimationFrame(() => requestAnimationFrame(d)))");
    return ((Number) page.evaluate("window.shifted")).doubleValue();
  }

  /** How far the page is wider than a window of this size, in pixels. */
  static int overflow(Page page, int width, int height) {
    page.setViewportSize(width, height);
    return (Integer)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }
}
