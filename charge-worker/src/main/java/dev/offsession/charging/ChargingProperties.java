package dev.offsession.charging;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How charges are worked. Every default is what production wants; a developer's machine shortens
 * the times.
 *
 * @param retryDay how long "a day" of the retry policy is
 * @param attemptsMax tries of one card without the customer acting, the first one included
 * @param retryWindowDays retry days after the first refusal in which tries are made
 * @param cardRefusalsMax refusals of one card over all its charges within its window, 1 to 100
 * @param cardWindowDays retry days for which a refusal counts against its card
 * @param retryDelays waits before each retry, by class of decline
 * @param otherMethod after a hard decline, try one other saved method before asking the customer
 * @param declines rows of the decline table the operator's way, by Stripe's decline code
 * @param adviceCodes the same by Stripe's advice code
 * @param networkCodes the same by the network's decline code
 * @param networkAdviceCodes the same by the network's advice code
 * @param unknownCustomerGrace how long a request waits for the news of its customer or method
 * @param defaultDeadline when a charge without {@code expires_at} gives up
 * @param statementDescriptorPrefixLength of the Stripe account, 2 to 10: prefix, {@code "* "} and
 *     suffix share 22 characters
 * @param windowSize charges worked at once
 * @param lease how long a charge is ours without a write; longer than any one question to Stripe
 * @param duePause between rounds of the due loop that found nothing
 * @param lookDelays before each look at an unknown outcome; the last one repeats, with an alarm
 * @param waitingLook before looking by ourselves at a charge that waits for the customer
 * @param stripeAccountRate calls per second on the account
 * @param stripeEndpointRate calls per second on each endpoint
 * @param stripeKeyPause how long no call is sent after Stripe refused our key
 */
@ConfigurationProperties("offsession.charging")
record ChargingProperties(
    @DefaultValue("24h") Duration retryDay,
    @DefaultValue("4") int attemptsMax,
    @DefaultValue("14") int retryWindowDays,
    @DefaultValue("10") int cardRefusalsMax,
    @DefaultValue("30") int cardWindowDays,
    @DefaultValue Delays retryDelays,
    @DefaultValue("false") boolean otherMethod,
    @DefaultValue Map<String, String> declines,
    @DefaultValue Map<String, String> adviceCodes,
    @DefaultValue Map<String, String> networkCodes,
    @DefaultValue Map<String, String> networkAdviceCodes,
    @DefaultValue("30s") Duration unknownCustomerGrace,
    @DefaultValue("30d") Duration defaultDeadline,
    @DefaultValue("10") int statementDescriptorPrefixLength,
    @DefaultValue("300") int windowSize,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("250ms") Duration duePause,
    @DefaultValue({"15s", "1m", "5m", "30m", "2h", "6h"}) List<Duration> lookDelays,
    @DefaultValue("6h") Duration waitingLook,
    @DefaultValue("80") int stripeAccountRate,
    @DefaultValue("20") int stripeEndpointRate,
    @DefaultValue("30s") Duration stripeKeyPause) {

  /**
   * Waits before each retry, written for days of 24 hours.
   *
   * @param soft after a soft decline, such as insufficient funds
   * @param softLong after a vague one
   * @param softShort while the bank is in trouble
   */
  record Delays(
      @DefaultValue({"1d", "3d", "5d"}) List<Duration> soft,
      @DefaultValue({"3d", "5d"}) List<Duration> softLong,
      @DefaultValue({"15m", "2h", "6h"}) List<Duration> softShort) {}

  ChargingProperties {
    Setting.positive("offsession.charging.retry-day", retryDay);
    Setting.positive("offsession.charging.attempts-max", attemptsMax);
    Setting.positive("offsession.charging.retry-window-days", retryWindowDays);
    Setting.positive("offsession.charging.card-refusals-max", cardRefusalsMax);
    Setting.positive("offsession.charging.card-window-days", cardWindowDays);
    Setting.positive("offsession.charging.unknown-customer-grace", unknownCustomerGrace);
    Setting.positive("offsession.charging.default-deadline", defaultDeadline);
    Setting.positive("offsession.charging.window-size", windowSize);
    Setting.positive("offsession.charging.lease", lease);
    Setting.positive("offsession.charging.due-pause", duePause);
    Setting.positive("offsession.charging.waiting-look", waitingLook);
    Setting.positive("offsession.charging.stripe-account-rate", stripeAccountRate);
    Setting.positive("offsession.charging.stripe-endpoint-rate", stripeEndpointRate);
    Setting.positive("offsession.charging.stripe-key-pause", stripeKeyPause);
    lookDelays.forEach(delay -> Setting.positive("offsession.charging.look-delays", delay));
    lookDelays = List.copyOf(lookDelays);
  }
}
