package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;

class PageLanguageTest {
  private static final List<LanguageRange> JAPANESE_BROWSER =
      LanguageRange.parse("ja-JP,ja;q=0.9,en;q=0.5");

  @Test
  void theVisitorsSwitchGoesFirst() {
    assertThat(PageLanguage.choose("en", Locale.JAPAN, JAPANESE_BROWSER)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void thenTheCustomersOwnLanguage() {
    assertThat(PageLanguage.choose(null, Locale.JAPAN, LanguageRange.parse("en")))
        .isEqualTo(Locale.JAPANESE);
  }

  @Test
  void thenTheBrowsers() {
    assertThat(PageLanguage.choose(null, Locale.GERMANY, JAPANESE_BROWSER))
        .isEqualTo(Locale.JAPANESE);
    assertThat(PageLanguage.choose(null, null, JAPANESE_BROWSER)).isEqualTo(Locale.JAPANESE);
  }

  @Test
  void englishForEverybodyElse() {
    assertThat(PageLanguage.choose("<script>", null, List.of())).isEqualTo(Locale.ENGLISH);
    assertThat(PageLanguage.choose("fr", null, LanguageRange.parse("fr")))
        .isEqualTo(Locale.ENGLISH);
  }
}
