package dev.offsession.collector.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushSettingsTest {
  private static final String KEY =
      "BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U";

  private final PushSettings settings =
      new PushSettings(KEY, List.of("fcm.googleapis.com", "*.notify.windows.com"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://FCM.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:443/x",
        "https://db5p.notify.windows.com/w/?token=x",
      })
  void knownPushServicesAreTaken(String endpoint) {
    assertThat(settings.takes(URI.create(endpoint), false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evil-fcm.googleapis.com/x",
        "https://evilnotify.windows.com/x",
        "https://notify.windows.com.evil.example/x",
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/x",
        "ftp://fcm.googleapis.com/x",
      })
  void everythingElseIsNot(String endpoint) {
    assertThat(settings.takes(URI.create(endpoint), false)).isFalse();
  }

  @Test
  void inDevelopmentThisMachineIsTakenToo() {
    assertThat(settings.takes(URI.create("http://127.0.0.1:9999/push/1"), true)).isTrue();
    assertThat(settings.takes(URI.create("http://10.0.0.1:9999/push/1"), true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "!!!!"})
  void aKeyThatNoBrowserTakesStopsTheStart(String key) {
    assertThatThrownBy(() -> new PushSettings(key, List.of()))
        .hasMessageContaining("OFFSESSION_PUSH_VAPID_PUBLIC_KEY");
  }

  @Test
  void withoutAKeyNothingIsOffered() {
    assertThat(new PushSettings(" ", List.of()).isOn()).isFalse();
  }
}
