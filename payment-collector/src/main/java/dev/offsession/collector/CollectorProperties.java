package dev.offsession.collector;

import dev.offsession.platform.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service alone.
 *
 * @param url where customers reach the pages; links begin with it
 * @param pictureLease how long one process may take to tell a customer's picture
 * @param returnUrlOrigins where customers may be sent when they are done, such as {@code
 *     https://shop.example}; empty sends nobody anywhere
 * @param trustedProxies networks whose word on a visitor's address counts
 */
@ConfigurationProperties("offsession.payment-collector")
record CollectorProperties(
    String url,
    @DefaultValue("15s") Duration pictureLease,
    @DefaultValue List<String> returnUrlOrigins,
    @DefaultValue List<String> trustedProxies) {
  CollectorProperties {
    url = Setting.httpUrl("offsession.payment-collector.url", url);
    Setting.positive("offsession.payment-collector.picture-lease", pictureLease);
    returnUrlOrigins = List.copyOf(returnUrlOrigins);
    trustedProxies = List.copyOf(trustedProxies);
  }

  URI base() {
    return URI.create(url);
  }
}
