package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.DeliveryPolicy;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptPolicy;
import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How prompts are delivered.
 *
 * @param attemptsMax times the mail server may say "later" before a prompt is given up
 * @param pushAttemptsMax times a push service may say "later" before the prompt goes by mail
 * @param unansweredMax hand-overs without an answer before it is given up; 2 allows one duplicate
 * @param firstPause pause after the first failed attempt; doubled after each further one
 * @param longestPause upper limit of that pause
 * @param notReadyPause pause after link, contact or state of the charge could not be had
 * @param patience how long after its time a prompt waits for these before it is given up
 * @param lease how long one instance may work on a prompt; longer than all timeouts of one delivery
 * @param pollInterval how often due prompts are looked for when nothing wakes the dispatcher
 * @param windowMax prompts worked on at once
 * @param connectTimeout how long a connection to another service may take
 * @param readTimeout how long its answer may take
 * @param receipts whether a customer is told that a payment succeeded
 * @param failureNotices whether a customer is told that a payment was given up for good
 * @param freshLinkPause least time between two new links that a customer asks for
 */
@ConfigurationProperties("offsession.prompting")
record PromptingProperties(
    @DefaultValue("20") int attemptsMax,
    @DefaultValue("3") int pushAttemptsMax,
    @DefaultValue("2") int unansweredMax,
    @DefaultValue("5s") Duration firstPause,
    @DefaultValue("30m") Duration longestPause,
    @DefaultValue("10s") Duration notReadyPause,
    @DefaultValue("72h") Duration patience,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("32") int windowMax,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("false") boolean receipts,
    @DefaultValue("false") boolean failureNotices,
    @DefaultValue("10m") Duration freshLinkPause) {
  PromptingProperties {
    Setting.positive("offsession.prompting.attempts-max", attemptsMax);
    Setting.positive("offsession.prompting.push-attempts-max", pushAttemptsMax);
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
    Setting.positive("offsession.prompting.fresh-link-pause", freshLinkPause);
  }

  DeliveryPolicy delivery() {
    return new DeliveryPolicy(
        attemptsMax,
        pushAttemptsMax,
        unansweredMax,
        firstPause,
        longestPause,
        notReadyPause,
        patience);
  }

  PromptPolicy prompts() {
    var notices = EnumSet.noneOf(PromptKind.class);
    if (receipts) {
      notices.add(PromptKind.RECEIPT);
    }
    if (failureNotices) {
      notices.add(PromptKind.PAYMENT_FAILED);
    }
    return new PromptPolicy(notices);
  }
}
