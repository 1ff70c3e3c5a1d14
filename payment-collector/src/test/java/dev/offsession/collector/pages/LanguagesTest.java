package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;

class LanguagesTest {
  private static final Languages PAGES = Languages.of(List.of());
  private static final List<LanguageRange> JAPANESE_BROWSER =
      LanguageRange.parse("ja-JP,ja;q=0.9,en;q=0.5");

  @Test
  void theVisitorsSwitchGoesFirst() {
    assertThat(PAGES.choose("en", Locale.JAPAN, JAPANESE_BROWSER)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void thenTheCustomersOwnLanguage() {
    assertThat(PAGES.choose(null, Locale.JAPAN, LanguageRange.parse("en")))
        .isEqualTo(Locale.JAPANESE);
  }

  @Test
  void thenTheBrowsers() {
    assertThat(PAGES.choose(null, Locale.GERMANY, JAPANESE_BROWSER)).isEqualTo(Locale.JAPANESE);
    assertThat(PAGES.choose(null, null, JAPANESE_BROWSER)).isEqualTo(Locale.JAPANESE);
  }

  @Test
  void englishForEverybodyElse() {
    assertThat(PAGES.choose("<script>", null, List.of())).isEqualTo(Locale.ENGLISH);
    assertThat(PAGES.choose("fr", null, LanguageRange.parse("fr"))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void theMerchantChoosesAmongThoseWithTexts() {
    var japaneseFirst = Languages.of(List.of("ja", "en"));

    assertThat(japaneseFirst.choose(null, Locale.FRENCH, List.of())).isEqualTo(Locale.JAPANESE);
    assertThat(japaneseFirst.others(Locale.JAPANESE)).containsExactly(Locale.ENGLISH);
    assertThat(Languages.of(List.of("ja")).isSpoken(Locale.ENGLISH)).isFalse();
  }

  /** The file {@code i18n/pages_eo.properties} among the tests is all there is to Esperanto. */
  @Test
  void aThirdLanguageIsAFile() {
    var three = Languages.of(List.of("en", "ja", "eo"));

    assertThat(three.choose("eo", null, List.of())).isEqualTo(Locale.of("eo"));
  }

  @Test
  void aLanguageWithoutTextsStopsTheStart() {
    assertThatThrownBy(() -> Languages.of(List.of("en", "fr")))
        .hasMessageContaining("OFFSESSION_MERCHANT_LANGUAGES")
        .hasMessageContaining("[en, eo, ja]");
  }
}
