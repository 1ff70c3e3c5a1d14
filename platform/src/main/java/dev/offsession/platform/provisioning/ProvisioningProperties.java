package dev.offsession.platform.provisioning;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are made.
 *
 * @param replicationFactor copies of each partition; empty means the broker's default
 * @param waitFor how long to wait for the broker and the registry to come up
 */
@ConfigurationProperties("offsession.provisioning")
public record ProvisioningProperties(
    Optional<Short> replicationFactor, @DefaultValue("60s") Duration waitFor) {

  public ProvisioningProperties {
    Setting.positive("offsession.provisioning.wait-for", waitFor);
  }
}
