package dev.offsession.ingest.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.offsession.ingest.WebhookIngestApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

  private static final String SECRET = "--offsession.stripe.webhook-secret=";

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void needsASigningSecret(String nothing, CapturedOutput output) {
    assertThat(startFails(SECRET + nothing)).isTrue();

    assertThat(output.getAll())
        .contains(
            "Setting offsession.stripe.webhook-secret (environment variable"
                + " OFFSESSION_STRIPE_WEBHOOK_SECRET) is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "whsec_", "whsec_canary,", "whsec_canary,sk_test_canary"})
  void refusesASecretThatIsNoneWithoutRepeatingIt(String wrong, CapturedOutput output) {
    assertThat(startFails(SECRET + wrong)).isTrue();

    assertThat(output.getAll())
        .contains("must hold signing secrets that start with whsec_, separated by comma.")
        .doesNotContain("canary");
  }

  @Test
  void namesTheSecretOfAFurtherEndpoint(CapturedOutput output) {
    assertThat(startFails(SECRET + "whsec_x", "--offsession.ingest.endpoints.jp.account=acct_2"))
        .isTrue();

    assertThat(output.getAll())
        .contains("Setting offsession.ingest.endpoints.jp.webhook-secret (environment variable")
        .contains("is missing");
  }

  @Test
  void refusesALimitThatIsNone(CapturedOutput output) {
    assertThat(startFails(SECRET + "whsec_x", "--offsession.ingest.in-flight-max=none")).isTrue();

    assertThat(output.getAll())
        .contains(
            "Setting offsession.ingest.in-flight-max (environment variable"
                + " OFFSESSION_INGEST_IN_FLIGHT_MAX) must be a whole number.");
  }

  @Test
  void takesNoLiveKeyOnATestStart(CapturedOutput output) {
    assertThat(startFails(SECRET + "whsec_x", "--offsession.stripe.secret-key=sk_live_canary"))
        .isTrue();

    assertThat(output.getAll())
        .contains("Setting offsession.stripe.secret-key")
        .contains("unless profile live is active")
        .doesNotContain("canary");
  }

  @Test
  void refusesAFileOfSecretsThatIsNotThere(CapturedOutput output) {
    assertThat(startFails(SECRET + "file:/nowhere/secret")).isTrue();

    assertThat(output.getAll())
        .contains("Setting offsession.stripe.webhook-secret")
        .contains("must name a file with signing secrets");
  }

  @Test
  void refusesAddressesThatAreNone(CapturedOutput output) {
    assertThat(
            startFails(
                SECRET + "whsec_x", "--offsession.ingest.guards.allowed-addresses=stripe.com"))
        .isTrue();

    assertThat(output.getAll()).contains("must hold address ranges such as 3.18.12.63/32");
  }

  private static boolean startFails(String... settings) {
    List<String> args = new ArrayList<>(List.of(settings));
    args.add("--server.port=0");
    args.add("--offsession.kafka.bootstrap-servers=127.0.0.1:1");
    args.add("--offsession.schema-registry.url=http://127.0.0.1:1");
    return catchThrowable(() ->
        SpringApplication.run(WebhookIngestApplication.class, args.toArray(String[]::new)).close())
        != null;
  }
}
