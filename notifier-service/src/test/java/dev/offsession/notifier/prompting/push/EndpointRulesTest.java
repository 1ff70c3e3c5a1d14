package dev.offsession.notifier.prompting.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRulesTest {
  private final EndpointRules rules =
      new EndpointRules(
          List.of("fcm.googleapis.com", "*.notify.windows.com", "127.0.0.1", "10.0.0.1", "[::1]"),
          false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://FCM.googleapis.com:443/fcm/send/abc",
        "https://wns2-par02p.notify.windows.com/w/?token=x"
      })
  void allowKnownPushServices(String endpoint) {
    assertThat(rules.allow(endpoint)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evil.example/fcm.googleapis.com",
        "https://user@fcm.googleapis.com/x",
        "https://fcm.googleapis.com@evil.example/x",
        "https://notify.windows.com/x",
        "https://evilnotify.windows.com/x",
        "ftp://fcm.googleapis.com/x",
        "file:///etc/passwd",
        "https:///x",
        "not an address",
        "",
        // listed by mistake, but inside our own network
        "https://127.0.0.1/x",
        "https://10.0.0.1/x",
        "https://[::1]/x",
        "http://127.0.0.1:8083/internal",
        "http://169.254.169.254/latest/meta-data"
      })
  void allowNothingElse(String endpoint) {
    assertThat(rules.allow(endpoint)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8084/push/to/1", "http://localhost:8084/push/to/1"})
  void allowThisMachineInTheLocalStackOnly(String endpoint) {
    assertThat(new EndpointRules(List.of(), true).allow(endpoint)).isTrue();
    assertThat(new EndpointRules(List.of(), false).allow(endpoint)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/x", "http://evil.example/x", "http://0.0.0.0/x"})
  void allowNoOtherMachineInTheLocalStack(String endpoint) {
    assertThat(new EndpointRules(List.of(), true).allow(endpoint)).isFalse();
  }
}
