package dev.offsession.ingest.webhooks;

import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How webhooks are taken in.
 *
 * @param endpoints further endpoints beside {@code default}, by the last part of their address
 * @param bodyMax largest body that is read
 * @param bodyTimeout how long a client may take to send its body
 * @param largeBodiesMax memory for all bodies over 16 kB together while they arrive; one for which
 *     there is none is to come again. Smaller ones are always let in
 * @param publishTimeout how long Kafka may take before Stripe is asked to come again
 * @param prepareWithin how long the start may wait for Kafka's and the registry's first answers
 *     before the instance says that it is ready all the same
 * @param inFlightMax most events on their way to Kafka at once; further ones are asked to come
 *     again
 * @param rememberedEventsMax how many event ids are kept to drop duplicates early
 * @param secretReload how often files with signing secrets are looked at again
 * @param eventsExpectedWithin longest pause between two events that is normal; a longer one shows
 *     in health group {@code events}. Empty for no expectation
 * @param eventTypes the types our services read: what the backfill asks Stripe for and what an
 *     endpoint is registered with; {@code *} for all. A webhook of another type is published too
 */
@ConfigurationProperties("offsession.ingest")
public record IngestProperties(
    @DefaultValue Map<String, Endpoint> endpoints,
    @DefaultValue("512KB") DataSize bodyMax,
    @DefaultValue("5s") Duration bodyTimeout,
    @DefaultValue("32MB") DataSize largeBodiesMax,
    @DefaultValue("1800ms") Duration publishTimeout,
    @DefaultValue("30s") Duration prepareWithin,
    @DefaultValue("500") int inFlightMax,
    @DefaultValue("100000") int rememberedEventsMax,
    @DefaultValue("2s") Duration secretReload,
    Optional<Duration> eventsExpectedWithin,
    @DefaultValue({
          "payment_intent.created",
          "payment_intent.requires_action",
          "payment_intent.processing",
          "payment_intent.amount_capturable_updated",
          "payment_intent.partially_funded",
          "payment_intent.payment_failed",
          "payment_intent.succeeded",
          "payment_intent.canceled",
          "setup_intent.succeeded",
          "payment_method.attached",
          "payment_method.detached",
          "payment_method.updated",
          "payment_method.automatically_updated"
        })
        List<String> eventTypes) {

  /** Most types that one call of Stripe's event list may name (docs.stripe.com/api/events/list). */
  private static final int TYPES_MAX = 20;

  /**
   * One webhook endpoint at Stripe.
   *
   * @param webhookSecret its signing secrets, separated by comma, or {@code file:/path}
   * @param account the connected account its events must be from; empty for the account itself
   */
  public record Endpoint(String webhookSecret, Optional<String> account) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Endpoint[" + account.orElse("own account") + "]";
    }
  }

  public IngestProperties {
    Setting.positive("offsession.ingest.body-max", Math.toIntExact(bodyMax.toBytes()));
    Setting.positive("offsession.ingest.body-timeout", bodyTimeout);
    Setting.positive(
        "offsession.ingest.large-bodies-max",
        Math.clamp(largeBodiesMax.toBytes(), 0, Integer.MAX_VALUE));
    Setting.positive("offsession.ingest.publish-timeout", publishTimeout);
    Setting.positive("offsession.ingest.prepare-within", prepareWithin);
    Setting.positive("offsession.ingest.in-flight-max", inFlightMax);
    Setting.positive("offsession.ingest.remembered-events-max", rememberedEventsMax);
    Setting.positive("offsession.ingest.secret-reload", secretReload);
    if (eventTypes.isEmpty() || eventTypes.size() > TYPES_MAX) {
      throw SettingException.wrong(
          "offsession.ingest.event-types", "must hold 1 to 20 types, or * for all");
    }
  }
}
