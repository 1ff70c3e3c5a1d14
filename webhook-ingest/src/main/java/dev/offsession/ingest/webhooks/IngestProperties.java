package dev.offsession.ingest.webhooks;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
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
 * @param publishTimeout how long Kafka may take before Stripe is asked to come again
 * @param inFlightMax most webhooks worked on at once; further ones are asked to come again
 * @param rememberedEventsMax how many event ids are kept to drop duplicates early
 */
@ConfigurationProperties("offsession.ingest")
public record IngestProperties(
    @DefaultValue Map<String, Endpoint> endpoints,
    @DefaultValue("512KB") DataSize bodyMax,
    @DefaultValue("5s") Duration bodyTimeout,
    @DefaultValue("8s") Duration publishTimeout,
    @DefaultValue("500") int inFlightMax,
    @DefaultValue("100000") int rememberedEventsMax) {

  /**
   * One webhook endpoint at Stripe.
   *
   * @param webhookSecret its signing secrets, separated by comma
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
    Setting.positive("offsession.ingest.publish-timeout", publishTimeout);
    Setting.positive("offsession.ingest.in-flight-max", inFlightMax);
    Setting.positive("offsession.ingest.remembered-events-max", rememberedEventsMax);
  }
}
