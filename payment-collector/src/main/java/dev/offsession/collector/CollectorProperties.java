package dev.offsession.collector;

import dev.offsession.platform.settings.Setting;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service alone.
 *
 * @param url where customers reach the pages; links begin with it
 * @param pictureLease how long one process may take to tell a customer's picture
 */
@ConfigurationProperties("offsession.payment-collector")
record CollectorProperties(String url, @DefaultValue("15s") Duration pictureLease) {
  CollectorProperties {
    url = Setting.httpUrl("offsession.payment-collector.url", url);
    Setting.positive("offsession.payment-collector.picture-lease", pictureLease);
  }

  URI base() {
    return URI.create(url);
  }
}
