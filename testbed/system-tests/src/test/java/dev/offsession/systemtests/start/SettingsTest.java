package dev.offsession.systemtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
  void namesEverySettingThatIsMissing(Service service) throws Exception {
    Start start = Start.of(service, "", Map.of());

    assertThat(start.exit()).isNotZero();
    assertThat(service.required())
        .allSatisfy(missing ->
            assertThat(start.output())
                .contains("Setting " + missing + " ", Start.variable(missing) + ") is missing"));
  }

  @ParameterizedTest
  @EnumSource
  void namesTheOneSettingThatIsMissing(Service service) throws Exception {
    Map<String, String> settings = service.plausible();
    String missing = service.required().getLast();
    settings.remove(missing);

    Start start = Start.of(service, "", settings);

    assertThat(start.exit()).isNotZero();
    assertThat(start.output()).contains(missing + " ", Start.variable(missing), "is missing");
    assertThat(start.output()).doesNotContain(service.required().getFirst() + " ");
  }

  @ParameterizedTest
  @EnumSource
  void refusesToMixDevelopmentAndLive(Service service) throws Exception {
    Start start = Start.of(service, "dev,live", service.plausible());

    assertThat(start.exit()).isNotZero();
    assertThat(start.output()).contains("live and dev");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYMENT_COLLECTOR", "CHARGE_WORKER"})
  void refusesATestKeyInProfileLive(Service service) throws Exception {
    Start start = Start.of(service, "live", service.plausible());

    assertThat(start.exit()).isNotZero();
    assertThat(start.output())
        .contains("offsession.stripe.secret-key", "sk_live_ or rk_live_")
        .doesNotContain("plausible");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYMENT_COLLECTOR", "CHARGE_WORKER"})
  void refusesALiveKeyWithoutProfileLive(Service service) throws Exception {
    Map<String, String> settings = service.plausible();
    settings.put("offsession.stripe.secret-key", "sk_live_verysecret");

    Start start = Start.of(service, "", settings);

    assertThat(start.exit()).isNotZero();
    assertThat(start.output())
        .contains("offsession.stripe.secret-key", "unless profile live is active")
        .doesNotContain("verysecret");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYMENT_COLLECTOR", "CHARGE_WORKER"})
  void refusesASimulatorOutsideDevelopment(Service service) throws Exception {
    Map<String, String> settings = service.plausible();
    settings.put("offsession.stripe.api-base", "http://127.0.0.1:1");

    Start start = Start.of(service, "", settings);

    assertThat(start.exit()).isNotZero();
    assertThat(start.output()).contains("offsession.stripe.api-base", "profile dev");
  }
}
