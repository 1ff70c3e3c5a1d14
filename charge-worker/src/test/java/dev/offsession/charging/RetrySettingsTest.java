package dev.offsession.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.offsession.charging.domain.Decline;
import dev.offsession.charging.domain.DeclineClass;
import dev.offsession.charging.domain.RetryPolicy;
import dev.offsession.platform.settings.SettingException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class RetrySettingsTest {

  @Test
  void areThePolicyAsDocumentedWhenNothingIsSet() {
    RetryPolicy policy = RetrySettings.of(bound());

    assertThat(policy.delays()).isEqualTo(RetryPolicy.standard().delays());
    assertThat(policy.budget()).isEqualTo(RetryPolicy.standard().budget());
    assertThat(policy.day()).isEqualTo(RetryPolicy.standard().day());
    assertThat(policy.otherMethod()).isFalse();
  }

  @Test
  void changeARowOfTheTableByStripesCode() {
    RetryPolicy policy = RetrySettings.of(bound("declines.do_not_honor=hard,card_details"));

    assertThat(kind(policy, "do_not_honor")).isEqualTo(DeclineClass.HARD);
  }

  @Test
  void changeARowFromTheEnvironment() {
    Map<String, Object> variables = Map.of("OFFSESSION_CHARGING_DECLINES_DO_NOT_HONOR", "stop");
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));

    RetryPolicy policy = RetrySettings.of(bind(environment));

    assertThat(kind(policy, "do_not_honor")).isEqualTo(DeclineClass.STOP);
  }

  @Test
  void changeRowsOfAdviceAndOfNetworks() {
    RetryPolicy policy =
        RetrySettings.of(
            bound(
                "advice-codes.do_not_try_again=stop",
                "network-codes.r9=stop",
                "network-advice-codes.30=hard"));

    assertThat(policy.declines().advise(advised("do_not_try_again", "", "")).kind())
        .isEqualTo(DeclineClass.STOP);
    assertThat(policy.declines().advise(advised("", "R9", "")).kind()).isEqualTo(DeclineClass.STOP);
    assertThat(policy.declines().advise(advised("", "", "30")).kind()).isEqualTo(DeclineClass.HARD);
  }

  @Test
  void changeDelaysAndBudgets() {
    RetryPolicy policy =
        RetrySettings.of(bound("retry-delays.soft=2d", "card-refusals-max=5", "other-method=true"));

    assertThat(policy.delays().soft()).hasSize(1);
    assertThat(policy.budget().cardRefusalsMax()).isEqualTo(5);
    assertThat(policy.otherMethod()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "declines.do_not_honor=harsh; offsession.charging.declines.do_not_honor",
        "declines.authentication_required=soft; must stay auth",
        "declines.stolen_card=hard,card_details; must tell generic_decline",
        "network-codes.41=gentle; offsession.charging.network-codes.41",
        "retry-delays.soft=10s; offsession.charging.retry-delays.soft",
        "card-refusals-max=101; offsession.charging.card-refusals-max",
      })
  void sayWhichOneIsWrong(String setting, String sentence) {
    assertThatExceptionOfType(SettingException.class)
        .isThrownBy(() -> RetrySettings.of(bound(setting)))
        .withMessageStartingWith("Setting offsession.charging.")
        .withMessageContaining(sentence);
  }

  private static DeclineClass kind(RetryPolicy policy, String code) {
    return policy.declines().advise(Decline.of(code)).kind();
  }

  private static Decline advised(String advice, String network, String networkAdvice) {
    return new Decline(
        "insufficient_funds",
        given(advice),
        given(network),
        given(networkAdvice),
        Optional.empty(),
        false);
  }

  private static Optional<String> given(String code) {
    return Optional.of(code).filter(text -> !text.isEmpty());
  }

  /** The properties as a service would get them. */
  static ChargingProperties bound(String... settings) {
    Map<String, Object> values =
        Arrays.stream(settings)
            .collect(
                Collectors.toMap(
                    setting -> "offsession.charging." + setting.split("=", 2)[0],
                    setting -> setting.split("=", 2)[1]));
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", values));
    return bind(environment);
  }

  private static ChargingProperties bind(StandardEnvironment environment) {
    return new Binder(ConfigurationPropertySources.get(environment))
        .bindOrCreate("offsession.charging", ChargingProperties.class);
  }
}
