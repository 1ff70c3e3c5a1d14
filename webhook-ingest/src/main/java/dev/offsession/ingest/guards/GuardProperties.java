package dev.offsession.ingest.guards;

import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the front door beside those of a body.
 *
 * @param connectionsMax most connections at once; for a further one, the one is closed that has
 *     waited longest for its client
 * @param headTimeout how long a client may take from connecting, or from the first byte of its next
 *     request, to the end of the request's headers
 * @param allowedAddresses ranges (CIDR) that webhooks may come from, such as Stripe's
 *     (docs.stripe.com/ips); empty for all. A second line only: the signature is the first. Behind
 *     a proxy it needs {@code server.forward-headers-strategy=native}
 */
@ConfigurationProperties("offsession.ingest.guards")
public record GuardProperties(
    @DefaultValue("2000") int connectionsMax,
    @DefaultValue("5s") Duration headTimeout,
    @DefaultValue List<String> allowedAddresses) {

  public GuardProperties {
    Setting.positive("offsession.ingest.guards.connections-max", connectionsMax);
    Setting.positive("offsession.ingest.guards.head-timeout", headTimeout);
    if (!allowedAddresses.stream().allMatch(text -> AddressRange.parse(text).isPresent())) {
      throw SettingException.wrong(
          "offsession.ingest.guards.allowed-addresses",
          "must hold address ranges such as 3.18.12.63/32, separated by comma");
    }
  }

  List<AddressRange> ranges() {
    return allowedAddresses.stream().flatMap(text -> AddressRange.parse(text).stream()).toList();
  }
}
