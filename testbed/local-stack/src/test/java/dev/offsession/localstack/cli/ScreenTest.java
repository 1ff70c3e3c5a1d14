package dev.offsession.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StartTimes;
import dev.offsession.localstack.stack.StripeSide;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final Addresses HIGH_PORTS = new Addresses(65_500);

  @Test
  void fitsATerminalOfEightyColumns() {
    String text =
        Screen.of(HIGH_PORTS, StripeSide.Simulated.fresh()).withTimes(new StartTimes()).text();

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void tellsWhereEverythingIs() {
    String text = Screen.of(new Addresses(18_080), StripeSide.Simulated.fresh()).text();

    assertThat(text)
        .contains("http://127.0.0.1:18080/v1/", "http://127.0.0.1:18084/", "127.0.0.1:18089")
        .contains("http://127.0.0.1:18085/apis/ccompat/v7", "http://127.0.0.1:18086");
  }

  @Test
  void saysThatItIsNotForProduction() {
    assertThat(Screen.of(HIGH_PORTS, StripeSide.Simulated.fresh()).text())
        .contains("NOT FOR PRODUCTION");
  }

  @Test
  void tellsHowARealAccountDeliversItsWebhooks() {
    var account = new StripeSide.TestAccount("sk_test_1", "pk_test_1", "whsec_1");

    String text = Screen.of(new Addresses(8080), account).text();

    assertThat(text)
        .contains("stripe listen --forward-to http://127.0.0.1:8082/webhooks/stripe/default")
        .doesNotContain("sk_test_1", "whsec_1");
  }
}
