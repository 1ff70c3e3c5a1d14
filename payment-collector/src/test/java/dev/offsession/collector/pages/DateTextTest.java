package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DateTextTest {
  private static final Instant MOMENT = Instant.parse("2026-11-30T09:00:00Z");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Test
  void isToldInTheCustomersZone() {
    assertThat(DateText.of(MOMENT, TOKYO, Locale.ENGLISH))
        .isEqualTo("Monday, 30 November 2026, 18:00 (JST)");
  }

  @Test
  void isToldInTheCustomersLanguage() {
    assertThat(DateText.of(MOMENT, TOKYO, Locale.JAPANESE)).isEqualTo("2026年11月30日(月) 18:00");
  }
}
