package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.DeliveryPolicy;
import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How prompts are delivered.
 *
 * @param attemptsMax times the mail server may say "later" before a prompt is given up
 * @param unansweredMax hand-overs without an answer before it is given up; 2 allows one duplicate
 * @param firstPause pause after the first failed attempt; doubled after each further one
 * @param longestPause upper limit of that pause
 * @param notReadyPause pause after link, contact or state of the charge could not be had
 * @param patience how long after the need arose a prompt waits for these before it is given up
 * @param lease how long one instance may work on a prompt; longer than all timeouts of one delivery
 * @param pollInterval how often due prompts are looked for when nothing wakes the dispatcher
 * @param windowMax prompts worked on at once
 * @param connectTimeout how long a connection to another service may take
 * @param readTimeout how long its answer may take
 */
@ConfigurationProperties("offsession.prompting")
record PromptingProperties(
    @DefaultValue("20") int attemptsMax,
    @DefaultValue("2") int unansweredMax,
    @DefaultValue("5s") Duration firstPause,
    @DefaultValue("30m") Duration longestPause,
    @DefaultValue("10s") Duration notReadyPause,
    @DefaultValue("72h") Duration patience,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("16") int windowMax,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {
  PromptingProperties {
    Setting.positive("offsession.prompting.attempts-max", attemptsMax);
    Setting.positive("offsession.prompting.unanswered-max", unansweredMax);
    Setting.positive("offsession.prompting.first-pause", firstPause);
    Setting.positive("offsession.prompting.longest-pause", longestPause);
    Setting.positive("offsession.prompting.not-ready-pause", notReadyPause);
    Setting.positive("offsession.prompting.patience", patience);
    Setting.positive("offsession.prompting.lease", lease);
    Setting.positive("offsession.prompting.poll-interval", pollInterval);
    Setting.positive("offsession.prompting.window-max", windowMax);
    Setting.positive("offsession.prompting.connect-timeout", connectTimeout);
    Setting.positive("offsession.prompting.read-timeout", readTimeout);
  }

  DeliveryPolicy policy() {
    return new DeliveryPolicy(
        attemptsMax, unansweredMax, firstPause, longestPause, notReadyPause, patience);
  }
}
