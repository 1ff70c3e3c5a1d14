package dev.offsession.collector.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One real Chromium for all tests: the machine's own, or Playwright's where there is none. */
final class Browsers {
  private static final Path MACHINES_OWN = Path.of("/usr/bin/chromium");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser chromium;

  private Browsers(Playwright playwright, Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  private static @Nullable Browsers running;

  /** The browser of all tests; it ends with them. Playwright wants one thread, and gets it. */
  static synchronized Browsers shared() {
    if (running == null) {
      running = start();
      Runtime.getRuntime().addShutdownHook(new Thread(running.playwright::close));
    }
    return running;
  }

  private static Browsers start() {
    var own = Files.isExecutable(MACHINES_OWN);
    var environment =
        own ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.<String, String>of();
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    var options = new BrowserType.LaunchOptions().setArgs(QUIET);
    if (own) {
      options.setExecutablePath(MACHINES_OWN);
    }
    return new Browsers(playwright, playwright.chromium().launch(options));
  }

  /** A visitor with a browser in this language, on a screen of this width. */
  Visitor visitor(String language, int width, ColorScheme scheme) {
    BrowserContext context =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setPermissions(List.of("notifications"))
                .setViewportSize(width, 800));
    return new Visitor(context);
  }

  /** A visitor on a phone. */
  Visitor visitor(String language) {
    return visitor(language, 390, ColorScheme.LIGHT);
  }
}
