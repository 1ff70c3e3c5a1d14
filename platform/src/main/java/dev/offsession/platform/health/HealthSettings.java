package dev.offsession.platform.health;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the parts that a service needs are watched.
 *
 * @param probePause between two looks at a part
 * @param probePatience how long a part may take to answer a look
 */
@ConfigurationProperties("offsession.health")
record HealthSettings(
    @DefaultValue("5s") Duration probePause, @DefaultValue("3s") Duration probePatience) {

  HealthSettings {
    Setting.positive("offsession.health.probe-pause", probePause);
    Setting.positive("offsession.health.probe-patience", probePatience);
  }
}
