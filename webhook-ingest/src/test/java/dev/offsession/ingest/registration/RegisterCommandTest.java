package dev.offsession.ingest.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.stripe.model.WebhookEndpoint;
import dev.offsession.ingest.support.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The command against a simulated Stripe. */
@ExtendWith(OutputCaptureExtension.class)
class RegisterCommandTest {

  private static final String URL = "https://pay.shop.example/webhooks/stripe/default";
  private static final String KEY = "--offsession.stripe.secret-key=" + Simulator.KEY;

  private final Simulator stripe = new Simulator();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void createsTheEndpointWithThePinnedVersionAndTheTypesOurServicesRead() throws Exception {
    assertThat(register(URL)).isZero();

    WebhookEndpoint made = endpoints().getFirst();
    assertThat(made.getUrl()).isEqualTo(URL);
    assertThat(made.getApiVersion()).isEqualTo("2026-07-29.dahlia");
    assertThat(made.getEnabledEvents())
        .hasSize(13)
        .contains(
            "payment_intent.succeeded",
            "payment_intent.payment_failed",
            "setup_intent.succeeded",
            "payment_method.automatically_updated");
  }

  @Test
  void tellsTheSecretOnceAndWhatToDoNext(CapturedOutput output) throws Exception {
    register(URL);
    String first = printed.toString(UTF_8);
    printed.reset();

    assertThat(register(URL)).isZero();

    assertThat(first).containsPattern("whsec_\\w{16}").contains("OFFSESSION_STRIPE_WEBHOOK_SECRET");
    assertThat(printed.toString(UTF_8)).contains("is right already").doesNotContain("whsec_");
    assertThat(output.getAll()).doesNotContain("whsec_").doesNotContain(Simulator.KEY);
    assertThat(endpoints()).hasSize(1);
  }

  @Test
  void correctsTheTypesOfAnEndpointThatIsThere() throws Exception {
    create("2026-07-29.dahlia");

    assertThat(register(URL)).isZero();

    assertThat(printed.toString(UTF_8)).contains("updated").doesNotContain("whsec_");
    assertThat(endpoints()).hasSize(1);
    assertThat(endpoints().getFirst().getEnabledEvents()).hasSize(13);
  }

  @Test
  void changesNothingWhenTheVersionIsAnother() throws Exception {
    create("2020-08-27");

    assertThat(register(URL)).isEqualTo(1);

    assertThat(printed.toString(UTF_8)).contains("2020-08-27", "Delete it at Stripe");
    assertThat(endpoints().getFirst().getEnabledEvents()).containsExactly("charge.succeeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "ftp://shop.example/webhooks/stripe/default",
        "https://shop.example/",
        "https://shop.example/webhooks/stripe/a/b"
      })
  void refusesAnAddressThatIsNoneOfOurs(String url) throws Exception {
    assertThat(catchThrowable(() -> register(url))).isNotNull();

    assertThat(endpoints()).isEmpty();
  }

  @Test
  void needsAKey(CapturedOutput output) {
    assertThat(
            catchThrowable(
                () -> RegisterCommand.run(new String[] {"register", "--url", URL}, out())))
        .isNotNull();

    assertThat(output.getAll())
        .contains("Setting offsession.stripe.secret-key")
        .contains("is missing");
  }

  private int register(String url) {
    List<String> words = new ArrayList<>(List.of("register", "--url", url));
    words.add(KEY);
    words.add("--offsession.stripe.api-base=" + stripe.baseUrl());
    words.add("--spring.profiles.active=dev");
    return RegisterCommand.run(words.toArray(String[]::new), out());
  }

  private PrintStream out() {
    return new PrintStream(printed, true, UTF_8);
  }

  private void create(String version) throws Exception {
    stripe
        .client()
        .rawRequest(
            com.stripe.net.ApiResource.RequestMethod.POST,
            "/v1/webhook_endpoints",
            "url=" + URL + "&enabled_events[]=charge.succeeded&api_version=" + version);
  }

  private List<WebhookEndpoint> endpoints() throws Exception {
    return stripe.client().v1().webhookEndpoints().list().getData();
  }
}
