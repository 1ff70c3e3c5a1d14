package dev.offsession.systemtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A missing or wrong setting: the service does not start, and says which one, without its value,
 * and before it reaches for its database, which is not there.
 */
@Execution(ExecutionMode.CONCURRENT)
class SettingsTest {

  @ParameterizedTest
  @EnumSource
  void namesTheSettingsThatAreMissingAndNoOther(Service service) throws Exception {
    Map<String, String> settings = service.plausible();
    List<String> present = service.required().subList(0, service.required().size() - 2);
    List<String> missing = service.required().subList(present.size(), service.required().size());
    settings.keySet().removeAll(missing);

    Start start = Start.of(service, "", settings);

    assertThat(start.exit()).isNotZero();
    for (String name : missing) {
      assertThat(start.output())
          .contains("Setting " + name + " ", Start.variable(name) + ") is missing");
    }
    for (String name : present) {
      assertThat(start.output()).doesNotContain("Setting " + name + " ");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WEBHOOK_INGEST", "NOTIFIER_SERVICE"})
  void refusesToMixDevelopmentAndLive(Service service) throws Exception {
    Start start = Start.of(service, "dev,live", service.plausible());

    assertThat(start.exit()).isNotZero();
    assertThat(start.output()).contains("live and dev");
  }

  @Test
  void refusesATestKeyInProfileLive() throws Exception {
    Start start = Start.of(Service.CHARGE_WORKER, "live", Service.CHARGE_WORKER.plausible());

    assertThat(start.exit()).isNotZero();
    assertThat(start.output())
        .contains("offsession.stripe.secret-key", "sk_live_ or rk_live_")
        .doesNotContain("plausible");
  }

  @Test
  void refusesALiveKeyWithoutProfileLive() throws Exception {
    Map<String, String> settings = Service.PAYMENT_COLLECTOR.plausible();
    settings.put("offsession.stripe.secret-key", "sk_live_verysecret");

    Start start = Start.of(Service.PAYMENT_COLLECTOR, "", settings);

    assertThat(start.exit()).isNotZero();
    assertThat(start.output())
        .contains("offsession.stripe.secret-key", "unless profile live is active")
        .doesNotContain("verysecret");
  }

  @Test
  void refusesASimulatorOutsideDevelopment() throws Exception {
    Map<String, String> settings = Service.CHARGE_WORKER.plausible();
    settings.put("offsession.stripe.api-base", "http://127.0.0.1:1");

    Start start = Start.of(Service.CHARGE_WORKER, "", settings);

    assertThat(start.exit()).isNotZero();
    assertThat(start.output()).contains("offsession.stripe.api-base", "profile dev");
  }
}
