package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
  @ParameterizedTest
  @CsvSource({"#000000, 21.0", "#ffffff, 1.0", "#767676, 4.54", "#1f5fbf, 6.09"})
  void contrastToWhiteIsAsTheStandardHasIt(String colour, double contrast) {
    assertThat(Colour.of(colour).contrastTo(Colour.WHITE))
        .isCloseTo(contrast, Assertions.within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1f5fbf", "#000000", "#7a0019", "#0b6b3a", "#5b2a86"})
  void everyAccentIsReadableInTheDark(String accent) {
    var dark = Colour.of("#191e27");

    assertThat(Colour.of(accent).lightenedOn(dark, 5.0).contrastTo(dark)).isGreaterThan(5.0);
  }

  @Test
  void aBrandIsAStyleForLightAndDark() {
    assertThat(BrandStyle.of(Colour.of("#7a0019")))
        .startsWith(":root { --accent: #7a0019;")
        .contains("@media (prefers-color-scheme: dark)");
  }
}
