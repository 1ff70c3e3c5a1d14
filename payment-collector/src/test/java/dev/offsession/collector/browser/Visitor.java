package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A person at one of the pages. Everything the browser complains about is kept. */
final class Visitor implements AutoCloseable {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final int TABS_MAX = 30;
  private static final double PATIENCE_MS = 15_000;

  /** A refusal that a page itself or Stripe's script was meant to get; browsers log each. */
  private static final Pattern MEANT =
      Pattern.compile("Failed to load resource: .* status of (402|404|410|429|503) .*");

  private final BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    this.page = newTab();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** A second tab of the same browser. */
  Page newTab() {
    var tab = context.newPage();
    tab.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())
          && !MEANT.matcher(message.text()).matches()) {
        complaints.add(message.type() + ": " + message.text());
      }
    });
    tab.onPageError(error -> complaints.add("exception: " + error));
    return tab;
  }

  /** Brings a page into its state, in a tab of its own. */
  Visitor opensInNewTab(PageStates.State state) {
    page = newTab();
    if (state.from() != null) {
      page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", state.from()));
    }
    if (state.agent() != null) {
      page.addInitScript(
          "Object.defineProperty(navigator, 'userAgent', { get: () => '%s' }); delete window.PushManager"
              .formatted(state.agent()));
    }
    opens(state.link()).seesState(state.shown());
    state.then().accept(this);
    return this;
  }

  Visitor closesTab() {
    page.close();
    return this;
  }

  /** How many things on the page move by themselves. */
  int movements() {
    return ((Number) page.evaluate("document.getAnimations().length")).intValue();
  }

  /** In pixels; 0 where there is no button. All at once, for pages go on by themselves. */
  double widestButton() {
    var widest =
        page.locator("main button:visible")
            .evaluateAll(
                "all => Math.max(0, ...all.map(one => one.getBoundingClientRect().width))");
    return ((Number) widest).doubleValue();
  }

  Visitor wantsNoMotion() {
    page.close();
    context.onPage(tab ->
        tab.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE)));
    return this;
  }

  Visitor seesCardForm() {
    page.locator("main button.primary:visible:enabled").first().waitFor();
    cardForm(page).getByTestId("card-number").waitFor();
    return this;
  }

  Visitor seesPushOffer() {
    page.getByTestId("push-offer").waitFor();
    return this;
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
    return fitsItsScreen();
  }

  /** Nothing has to be scrolled sideways. */
  Visitor fitsItsScreen() {
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

  /** Goes on with the Tab key until the page says so. */
  Visitor tabsTo(String reached) {
    for (int i = 0; i < TABS_MAX; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate(reached))) {
        return this;
      }
    }
    throw new AssertionError("the Tab key does not lead there: " + reached);
  }

  /** Goes on with the Tab key until it reaches something inside a frame. */
  Visitor tabsInto(Locator wanted) {
    for (int i = 0; i < TABS_MAX; i++) {
      if (Boolean.TRUE.equals(
          wanted.evaluate(
              "e => e === e.ownerDocument.activeElement && e.ownerDocument.hasFocus()"))) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key does not lead there: " + wanted);
  }

  Visitor types(String key) {
    page.keyboard().press(key);
    return this;
  }

  List<String> complaints() {
    return complaints;
  }

  /** Nothing was blocked by the page's policy, and no script failed. */
  Visitor hasNothingToComplainOf() {
    assertThat(complaints).isEmpty();
    return this;
  }

  Visitor looks(String name) {
    page.evaluate("scrollTo(0, 0)");
    // Two frames of the screen: then everything, Stripe's form too, has been drawn.
    page.frames()
        .forEach(frame ->
            frame.evaluate(
                "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"));
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
