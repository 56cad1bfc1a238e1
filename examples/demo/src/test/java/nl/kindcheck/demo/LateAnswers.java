package nl.kindcheck.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Queue;

/** A slow line: what a page asks of one address arrives there, and its answer waits. */
final class LateAnswers {

  private final Page page;
  private final CDPSession browser;
  private final Queue<JsonObject> waiting = new ArrayDeque<>();
  private boolean slow = true;

  LateAnswers(Page page, String address) {
    this.page = page;
    browser = page.context().newCDPSession(page);
    browser.on("Fetch.requestPaused", this::paused);
    JsonObject answers = new JsonObject();
    answers.addProperty("urlPattern", address);
    answers.addProperty("requestStage", "Response");
    JsonArray patterns = new JsonArray();
    patterns.add(answers);
    JsonObject arguments = new JsonObject();
    arguments.add("patterns", patterns);
    browser.send("Fetch.enable", arguments);
  }

  private void paused(JsonObject event) {
    JsonObject request = new JsonObject();
    request.add("requestId", event.get("requestId"));
    waiting.add(request);
    if (!slow) {
      release();
    }
  }

  /** Waits until an answer is held. */
  void await() {
    page.waitForCondition(() -> !waiting.isEmpty());
  }

  /** From now on the line is fast again. */
  void letThrough() {
    slow = false;
    release();
  }

  private void release() {
    while (!waiting.isEmpty()) {
      browser.send("Fetch.continueRequest", waiting.remove());
    }
  }
}
