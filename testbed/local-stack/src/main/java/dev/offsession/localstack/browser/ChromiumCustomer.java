package dev.offsession.localstack.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A customer with a headless Chromium. Every act opens a fresh browser context, as a link from a
 * mail does. Playwright belongs to the thread that made it: create, use and close this on one
 * thread.
 */
public final class ChromiumCustomer implements CustomerAgent {

  private static final double PATIENCE_MS = 30_000;
  private static final List<String> QUIET_AND_LOCAL =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final String CHALLENGE = "[data-testid=challenge-frame]";
  private static final String PROBLEM = "#error:not([hidden])";

  private final Playwright playwright;
  private final Browser browser;

  /**
   * @param executable a Chromium, see {@link ChromiumFinder}
   * @param temporary an existing folder for what Playwright and the browser write
   */
  public ChromiumCustomer(Path executable, Path temporary) {
    System.setProperty("playwright.driver.tmpdir", temporary.toString());
    playwright =
        Playwright.create(
            new CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "TMPDIR", temporary.toString())));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setHeadless(true)
                    .setExecutablePath(executable)
                    .setArgs(QUIET_AND_LOCAL));
  }

  @Override
  public String description() {
    return "headless Chromium " + browser.version();
  }

  @Override
  public void saveCard(URI captureUrl, String cardNumber) {
    visit(
        captureUrl,
        page -> {
          enterCard(page, cardNumber);
          page.locator("#submit:enabled").click();
          finish(page, "saved");
        });
  }

  @Override
  public void approvePayment(URI payUrl) {
    visit(
        payUrl,
        page -> {
          page.locator("#approve:enabled").click();
          finish(page, "succeeded");
        });
  }

  @Override
  public void payWithNewCard(URI payUrl, String cardNumber) {
    visit(
        payUrl,
        page -> {
          if (stateOf(page).equals("authenticate")) {
            page.locator("#use-another-card:enabled").click();
          }
          page.locator("#save").check();
          enterCard(page, cardNumber);
          page.locator("#pay:enabled").click();
          finish(page, "succeeded");
        });
  }

  @Override
  public String statusShown(URI payUrl) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(payUrl.toString());
      return stateOf(page);
    }
  }

  private void visit(URI url, Consumer<Page> act) {
    try (BrowserContext context = browser.newContext()) {
      context.setDefaultTimeout(PATIENCE_MS);
      Page page = context.newPage();
      page.navigate(url.toString());
      try {
        act.accept(page);
      } catch (PlaywrightException stuck) {
        throw new CustomerStuckException("The page shows '" + stateOf(page) + "'", stuck);
      }
    }
  }

  private static void enterCard(Page page, String cardNumber) {
    FrameLocator fields = page.frameLocator("[data-testid=payment-element-frame]");
    var card = TypedCard.of(cardNumber);
    fields.getByTestId("card-number").fill(card.number());
    fields.getByTestId("card-expiry").fill(card.expiry());
    fields.getByTestId("card-cvc").fill(card.cvc());
  }

  /** Approves at the bank if it asks, then waits for the wanted state; a shown problem ends it. */
  private static void finish(Page page, String wanted) {
    String reached = "main[data-state=" + wanted + "]";
    var whatever = String.join(", ", reached, CHALLENGE, PROBLEM);
    page.locator(whatever).first().waitFor();
    if (page.locator(CHALLENGE).count() > 0) {
      page.frameLocator(CHALLENGE).locator("[data-testid=challenge-complete]:enabled").click();
      page.locator(CHALLENGE).waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
    page.locator(reached + ", " + PROBLEM).first().waitFor();
    if (!stateOf(page).equals(wanted)) {
      String shown = page.locator(PROBLEM).innerText().replace('\n', ' ');
      throw new CustomerStuckException(
          "The page shows '%s' instead of '%s': %s".formatted(stateOf(page), wanted, shown));
    }
  }

  private static String stateOf(Page page) {
    String state = page.locator("main").getAttribute("data-state");
    return state == null ? "unknown" : state;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
