package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person at one of the pages. Everything the browser complains about is kept. */
final class Visitor implements AutoCloseable {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final double PATIENCE_MS = 15_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    this.page = newTab();
  }

  Page page() {
    return page;
  }

  /** A second tab of the same browser. */
  Page newTab() {
    var tab = context.newPage();
    tab.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        complaints.add(message.type() + ": " + message.text());
      }
    });
    tab.onPageError(error -> complaints.add("exception: " + error));
    return tab;
  }

  Visitor opens(String url) {
    page.navigate(url);
    return this;
  }

  /** Waits until the page is in this state. */
  Visitor seesState(String state) {
    page.locator("main[data-state=" + state + "]").waitFor();
    return this;
  }

  String heading() {
    return page.locator("h1").innerText();
  }

  String text() {
    return page.locator("body").innerText();
  }

  /** Types a card into Stripe's form. */
  Visitor typesCard(String number) {
    var form = cardForm(page);
    form.getByTestId("card-number").fill(number);
    form.getByTestId("card-expiry").fill("12 / 34");
    form.getByTestId("card-cvc").fill("123");
    return this;
  }

  /** Ticks the wish to have the new card saved. */
  Visitor wantsTheCardSaved() {
    page.locator("#save").check();
    return this;
  }

  static FrameLocator cardForm(Page page) {
    return page.frameLocator("[data-testid=payment-element-frame]");
  }

  Visitor presses(String selector) {
    var button = page.locator(selector);
    page.waitForCondition(button::isEnabled);
    button.click();
    return this;
  }

  /** Answers the bank's question: {@code complete}, {@code fail} or {@code cancel}. */
  Visitor answersBank(String answer) {
    challenge(page, answer).click();
    return this;
  }

  static Locator challenge(Page page, String answer) {
    return page.frameLocator("[data-testid=challenge-frame]").getByTestId("challenge-" + answer);
  }

  /**
   * No rule of WCAG 2.2 AA is broken, and the page fits its screen. Stripe's own form is left out:
   * its ground is our page, which axe does not see from inside the frame.
   */
  Visitor findsThePageAccessible() {
    var result =
        new AxeBuilder(page)
            .setLegacyMode(true) // One frame is looked at: no second page to add up the frames.
            .withTags(RULES)
            .exclude("#payment-element")
            .analyze();
    assertThat(result.getViolations())
        .as(page.url())
        .map(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
    var overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assertThat(((Number) page.evaluate(overflow)).intValue()).as("overflow").isZero();
    return this;
  }

  /** The same page on another screen. */
  Visitor turnsTo(int width, ColorScheme scheme) {
    page.setViewportSize(width, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    return this;
  }

  /** Nothing was blocked by the page's policy, and no script failed. */
  Visitor hasNothingToComplainOf() {
    assertThat(complaints).isEmpty();
    return this;
  }

  Visitor looks(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
    return this;
  }

  @Override
  public void close() {
    context.close();
  }
}
