package dev.offsession.systemtests.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing proves something only if it finds what is planted. */
class SecretScanTest {

  private final SecretScan scan =
      SecretScan.forSecrets(Map.of("API token", "dev_api_key", "typed card", "4000002760003184"))
          .andAddresses();

  @ParameterizedTest
  @CsvSource({
    "client secret, {\"client_secret\":\"pi_3Abc_secret_9xYz\"}",
    "client secret, clientSecret=seti_1_secret_2",
    "Stripe secret key, Authorization: Bearer sk_test_offsession_dev",
    "Stripe secret key, rk_live_51abc",
    "webhook secret, secret whsec_abcDEF123",
    "card number, number=4242424242424242;",
    "card number, 378282246310005",
    "API token, Bearer dev_api_key",
    "typed card, x4000002760003184x",
    "e-mail address, to <hana@mail.example.jp>",
    "customer session secret, cuss_secret_abc"
  })
  void findsWhatIsPlanted(String kind, String text) {
    assertThat(scan.in("a log", text)).extracting(SecretScan.Finding::name).contains(kind);
  }

  @Test
  void findsItInsideBinaryContent() {
    byte[] planted = "\u0000\u0001\u00ffpi_1_secret_2\u0000".getBytes(UTF_8);

    assertThat(scan.in("a topic", planted)).hasSize(1);
  }

  @Test
  void neverRepeatsTheSecretItself() {
    assertThat(scan.in("a log", "key sk_test_verysecret").toString()).doesNotContain("verysecret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pi_3Abc succeeded, evt_1, cus_2",
        "client_secret: null",
        "occurred_at 1795467600000",
        "card visa ending 4242",
        "host 127.0.0.1:9092, thread kafka-1@7f3a",
        "fingerprint 9f4242424242424242aa"
      })
  void staysCalmAtWhatMayBeThere(String text) {
    assertThat(scan.in("a log", text)).isEmpty();
  }
}
