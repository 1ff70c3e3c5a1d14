package dev.offsession.notifier.prompting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.offsession.notifier.prompting.mail.Samples.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail in a real browser, light and dark, on a phone and on a desk. The pictures lie in
 * target/mail-pictures, to be looked at.
 */
class MailPicturesTest {
  private static final Path PICTURES = Path.of("target/mail-pictures");
  private static final int PHONE = 360;
  private static final int DESK = 720;

  private static Playwright playwright;
  private static Browser browser;

  private final LetterLayout layout = new LetterLayout();

  @BeforeAll
  static void openBrowser() {
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu"));
    Stream.of(System.getenv().getOrDefault("CHROME_PATH", ""), "/usr/bin/chromium")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(options::setExecutablePath);
    browser = playwright.chromium().launch(options);
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
    playwright.close();
  }

  static Stream<Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadableByEverybodyEverywhere(Sample sample) {
    try (var page = browser.newPage()) {
      var fetched = new ArrayList<String>();
      page.onRequest(request -> fetched.add(request.url()));
      page.setContent(layout.html(sample.letter()));
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (var width : List.of(DESK, PHONE)) {
          page.setViewportSize(width, 800);
          photograph(
              page, "%s-%s-%d.png".formatted(sample, scheme, width).toLowerCase(Locale.ROOT));
          assertThat(overflow(page)).as("%s fits into %d px", sample, width).isZero();
        }
        assertThat(axe(page).analyze().getViolations()).as("%s %s", sample, scheme).isEmpty();
        assertThat(colourAround(page))
            .as("around the letter by %s", scheme)
            .isEqualTo(scheme == ColorScheme.DARK ? "rgb(20, 22, 27)" : "rgb(242, 244, 247)");
      }
      assertThat(fetched).as("a mail fetches nothing").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showsItsButtonWithoutScrollingOnAPhone(Sample sample) {
    try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(PHONE, 800))) {
      page.setContent(layout.html(sample.letter()));
      var button = page.locator(".action a");
      if (sample.letter().action() == null) {
        assertThat(button.count()).isZero();
      } else {
        var box = button.boundingBox();
        assertThat(box.height).as("a thumb's size").isGreaterThanOrEqualTo(44);
        assertThat(box.y + box.height).as("bottom of the button of %s", sample).isLessThan(800);
      }
    }
  }

  /** Landmarks are the business of the page on which a mail program shows the mail. */
  private static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).disableRules(List.of("region", "landmark-one-main"));
  }

  private static void photograph(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name)));
  }

  private static String colourAround(Page page) {
    return (String)
        page.evaluate("getComputedStyle(document.querySelector('[role=article]')).backgroundColor");
  }

  private static int overflow(Page page) {
    return (int)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }
}
