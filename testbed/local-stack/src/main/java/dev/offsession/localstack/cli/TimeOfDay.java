package dev.offsession.localstack.cli;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time on the wall of whoever reads the terminal. */
final class TimeOfDay {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private TimeOfDay() {}

  static String now() {
    return of(Instant.now());
  }

  static String of(Instant moment) {
    return FORMAT.format(LocalTime.ofInstant(moment, ZoneId.systemDefault()));
  }
}
