package dev.offsession.charging;

import dev.offsession.charging.domain.LookPlan;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.RequestRules;
import dev.offsession.charging.usecase.ChargeSettings;
import dev.offsession.platform.settings.SettingException;
import java.time.Duration;

/** Makes the core's numbers out of the service's settings. */
final class ChargingSettings {
  private static final int STEPS_MAX = 20;
  private static final Duration RETRY_PUBLISH = Duration.ofSeconds(5);

  private ChargingSettings() {}

  static ChargeSettings of(ChargingProperties properties) {
    return new ChargeSettings(
        rules(properties), policy(properties), properties.lease(), STEPS_MAX, RETRY_PUBLISH);
  }

  private static RequestRules rules(ChargingProperties properties) {
    try {
      return RequestRules.forPrefixOf(properties.statementDescriptorPrefixLength());
    } catch (IllegalArgumentException _) {
      throw SettingException.wrong(
          "offsession.charging.statement-descriptor-prefix-length", "must be 2 to 10");
    }
  }

  private static Policy policy(ChargingProperties properties) {
    Policy standard = Policy.standard();
    return new Policy(
        RetrySettings.of(properties),
        new LookPlan(properties.lookDelays()),
        properties.unknownCustomerGrace(),
        properties.defaultDeadline(),
        standard.keyLifetime(),
        standard.pause(),
        standard.customerActing(),
        properties.waitingLook());
  }
}
