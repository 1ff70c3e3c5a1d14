package dev.offsession.notifier.prompting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.offsession.notifier.prompting.push.VapidKeys;
import dev.offsession.platform.settings.SettingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {
  @Nested
  class Reminders {
    @Test
    void haveSensibleDefaults() {
      var settings = reminders(Map.of());

      assertThat(settings.cadence().reminders())
          .extracting(Object::toString)
          .containsExactly("PT24H", "PT72H");
      assertThat(settings.reach().quietHours()).hasToString("QuietHours[from=21:00, until=08:00]");
    }

    @Test
    void mayBeSwitchedOffButForTheLast() {
      assertThat(reminders(Map.of("after", "")).cadence().reminders()).isEmpty();
    }

    @Test
    void mayDisturbAtAnyHour() {
      assertThat(reminders(Map.of("quiet-hours", "none")).reach().quietHours().length()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            after           | 72h,24h     | must ascend
            after           | 1h          | must ascend
            after           | 24h,30h     | must ascend
            before-deadline | 0s          | longer than zero
            gap-min         | -1h         | longer than zero
            on-page-pause   | 0s          | longer than zero
            quiet-hours     | 21-8        | two times
            quiet-hours     | 21:00       | two times
            quiet-hours     | 09:00-09:00 | two times
            quiet-hours     | 1:00-2:00-3 | two times
            quiet-hours     | 25:00-08:00 | two times
            quiet-hours     | 18:00-08:00 | must not be longer
            gap-min         | 10h         | must not be longer
            before-deadline | 11h         | shorter than
            """)
    void areRefusedWithASentence(String name, String value, String sentence) {
      assertThatExceptionOfType(Exception.class)
          .isThrownBy(() -> reminders(Map.of(name, value)))
          .havingRootCause()
          .isInstanceOf(SettingException.class)
          .withMessageContaining("offsession.reminders.")
          .withMessageContaining(sentence);
    }

    private static ReminderProperties reminders(Map<String, String> settings) {
      return bind("offsession.reminders", settings, ReminderProperties.class);
    }
  }

  @Nested
  class Push {
    private final VapidKeys keys = VapidKeys.generate();

    @Test
    void isOffWithoutKeys() {
      assertThat(push(Map.of()).settings(false)).isEmpty();
    }

    @Test
    void isOnWithKeysAndSubject() {
      assertThat(push(complete()).settings(false))
          .hasValueSatisfying(settings ->
              assertThat(settings.endpoints().hosts()).contains("*.notify.windows.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vapid-public-key", "vapid-private-key", "subject"})
    void isRefusedWhenHalfSet(String missing) {
      var settings = new HashMap<>(complete());
      settings.remove(missing);

      assertThatExceptionOfType(Exception.class)
          .isThrownBy(() -> push(settings))
          .havingRootCause()
          .withMessageContaining("offsession.push." + missing)
          .withMessageContaining("is missing");
    }

    @Test
    void isRefusedWithKeysThatDoNotBelongTogetherAndNeverRepeatsThem() {
      var other = VapidKeys.generate().privateText();
      var settings = new HashMap<>(complete());
      settings.put("vapid-private-key", other);

      assertThatExceptionOfType(Exception.class)
          .isThrownBy(() -> push(settings))
          .havingRootCause()
          .withMessageContaining("does not belong to offsession.push.vapid-public-key")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(other));
    }

    @Test
    void isRefusedWithoutAnAddressAPushServiceCanTurnTo() {
      var settings = new HashMap<>(complete());
      settings.put("subject", "me");

      assertThatExceptionOfType(Exception.class)
          .isThrownBy(() -> push(settings))
          .havingRootCause()
          .withMessageContaining("must start with mailto: or https:");
    }

    private Map<String, String> complete() {
      return Map.of(
          "vapid-public-key", keys.publicText(),
          "vapid-private-key", keys.privateText(),
          "subject", "mailto:ops@momiji.example");
    }

    private static PushProperties push(Map<String, String> settings) {
      return bind("offsession.push", settings, PushProperties.class);
    }
  }

  @Nested
  class Merchant {
    @Test
    void needsOnlyANameAndAContact() {
      var merchant = merchant(null, null);

      assertThat(merchant.brand().logo()).isNull();
      assertThat(merchant.brand().legalName()).isNull();
      assertThat(merchant.words().wordsFor(Locale.JAPAN).language()).isEqualTo("ja");
    }

    @Test
    void maySpeakSomeLanguagesOnly() {
      assertThat(merchant("languages", "ja,en").words().wordsFor(Locale.FRANCE).language())
          .isEqualTo("ja");
    }

    @ParameterizedTest
    @CsvSource({
      "accent-colour, red,                       must be a colour",
      "accent-colour, #1f4fb,                    must be a colour",
      "accent-colour, #ffcc00,                   too light for white text",
      "logo-url,      http://momiji.example/l,   starts with https",
      "logo-url,      https://,                  starts with https",
      "logo-url,      javascript:alert(1),       starts with https",
      "languages,     'en,xx',                   must name languages that have texts",
    })
    void isRefusedWithASentence(String name, String value, String sentence) {
      assertThatExceptionOfType(Exception.class)
          .isThrownBy(() -> merchant(name, value))
          .havingRootCause()
          .withMessageContaining("offsession.merchant." + name)
          .withMessageContaining(sentence);
    }

    private static MerchantProperties merchant(@Nullable String name, @Nullable String value) {
      var settings = new HashMap<>(Map.of("name", "Momiji Books", "support-contact", "03-1234"));
      if (name != null && value != null) {
        settings.put(name, value);
      }
      return bind("offsession.merchant", settings, MerchantProperties.class);
    }
  }

  private static <T> T bind(String prefix, Map<String, String> settings, Class<T> type) {
    var source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put(prefix + "." + name, value));
    return new Binder(source).bindOrCreate(prefix, type);
  }
}
