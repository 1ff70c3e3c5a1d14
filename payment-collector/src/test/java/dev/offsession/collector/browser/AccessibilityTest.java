package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.offsession.collector.support.RunningCollector;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of every page, in both languages, light and dark, on a small and a large screen. What
 * they look like lies in {@code target/screenshots}.
 */
class AccessibilityTest {
  private static final int SMALL = 320;
  private static final int LARGE = 1280;
  private static final int STATES = 29;

  private final RunningCollector collector = RunningCollector.get();
  private final Browsers browsers = Browsers.shared();

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "en, DARK", "ja, LIGHT", "ja, DARK"})
  void everyStateIsAccessible(String language, ColorScheme scheme) throws Exception {
    var states = PageStates.of(collector, language);
    assertThat(states).hasSize(STATES);
    try (var visitor = browsers.visitor(language, SMALL, scheme)) {
      for (var state : states) {
        visitor.opensInNewTab(state);
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(visitor.page().locator("h1").count()).as(state.name()).isEqualTo(1);
        look(visitor, state.name(), language, scheme);
        visitor.closesTab();
      }
      visitor.hasNothingToComplainOf();
    }
  }

  private static void look(Visitor visitor, String state, String language, ColorScheme scheme) {
    for (var width : new int[] {SMALL, LARGE}) {
      visitor.turnsTo(width, scheme);
      var name =
          "%s-%s-%d-%s".formatted(state, language, width, scheme.name().toLowerCase(Locale.ROOT));
      visitor.looks(name).findsThePageAccessible();
    }
  }

  @Test
  void magnifiedTwiceEverythingIsStillThereAndNothingIsCut() throws Exception {
    try (var visitor = browsers.visitor("en", 2 * SMALL, ColorScheme.LIGHT)) {
      for (var state : PageStates.of(collector, "en")) {
        visitor.opensInNewTab(state);
        visitor.page().evaluate("document.documentElement.style.zoom = 2");
        visitor.fitsItsScreen();
        assertThat(visitor.widestButton()).as(state.name()).isLessThan(2 * SMALL);
        visitor.closesTab();
      }
    }
  }

  @Test
  void nothingMovesForThoseWhoWantNoMotion() throws Exception {
    var processing = PageStates.processing(collector, "en");
    try (var visitor = browsers.visitor("en")) {
      visitor.opensInNewTab(processing);
      assertThat(visitor.movements()).isPositive();

      visitor.wantsNoMotion().opensInNewTab(processing);

      assertThat(visitor.movements()).isZero();
    }
  }
}
