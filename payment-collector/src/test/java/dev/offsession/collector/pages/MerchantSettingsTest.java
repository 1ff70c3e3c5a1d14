package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "http://cdn.example/logo.png, #1f5fbf, LOGO_URL",
    "javascript:alert(1), #1f5fbf, LOGO_URL",
    "https://user@cdn.example/logo.png, #1f5fbf, LOGO_URL",
    "https:///logo.png, #1f5fbf, LOGO_URL",
    "https://cdn.example/logo.png, blue, ACCENT_COLOUR",
    "https://cdn.example/logo.png, #1f5fb, ACCENT_COLOUR",
    "https://cdn.example/logo.png, '#fff;}body{display:none', ACCENT_COLOUR",
    "https://cdn.example/logo.png, #ffd400, ACCENT_COLOUR",
  })
  void whatCannotBeShownStopsTheStart(String logo, String accent, String setting) {
    assertThatThrownBy(() -> brand(logo, accent))
        .hasMessageContaining("OFFSESSION_MERCHANT_" + setting);
  }

  @Test
  void aBrandNeedsNoMoreThanANameAndAContact() {
    var settings = brand(" ", "#1f5fbf");

    assertThat(settings.logoUrl()).isNull();
    assertThat(settings.legalName()).isNull();
  }

  private static MerchantSettings brand(@Nullable String logo, String accent) {
    return new MerchantSettings("Hoshi Books", "help@hoshi.example", logo, accent, "", List.of());
  }
}
