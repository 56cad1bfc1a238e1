package nl.kindcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who uses the keyboard alone. */
final class Keyboard {

  private static final int MORE_THAN_A_PAGE_HAS = 60;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /** Presses Tab until the link or button that reads so has the focus, and sees that it has. */
  Keyboard tabTo(String name) {
    int presses = 0;
    do {
      assertThat(++presses).as("presses to: " + name).isLessThan(MORE_THAN_A_PAGE_HAS);
      page.keyboard().press("Tab");
    } while (!name.equals(page.evaluate("document.activeElement.textContent.trim()")));
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .as("the focus shows on: " + name)
        .isNotEqualTo("none");
    return this;
  }

  void enter() {
    page.keyboard().press("Enter");
  }
}
