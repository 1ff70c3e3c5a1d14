package dev.offsession.collector.push;

import dev.offsession.platform.settings.SettingException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Push messages. The private half of the key pair is notifier-service's alone.
 *
 * @param vapidPublicKey public key of the pair that {@code notifier-service vapid} makes; absent
 *     offers no push messages
 * @param endpointHosts push services whose addresses are taken; {@code *.} stands for any name in
 *     front
 */
@ConfigurationProperties("offsession.push")
public record PushSettings(
    @Nullable String vapidPublicKey,
    @DefaultValue({
          "fcm.googleapis.com",
          "updates.push.services.mozilla.com",
          "*.notify.windows.com",
          "web.push.apple.com"
        })
        List<String> endpointHosts) {
  private static final int KEY_BYTES = 65;
  private static final int UNCOMPRESSED = 4;

  /** Refuses a key that no browser would take. */
  public PushSettings {
    vapidPublicKey =
        vapidPublicKey == null || vapidPublicKey.isBlank() ? null : vapidPublicKey.strip();
    endpointHosts = endpointHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    if (vapidPublicKey != null && !isKey(vapidPublicKey)) {
      throw SettingException.wrong(
          "offsession.push.vapid-public-key",
          "must be a public key as the command vapid of notifier-service prints it");
    }
  }

  /** Whether customers are offered push messages. */
  public boolean isOn() {
    return vapidPublicKey != null;
  }

  /**
   * Whether a browser's endpoint is at a push service we send to. Whatever a visitor sends, nothing
   * of ours is ever made to call another host.
   *
   * @param loopbackToo for development: a push service on this machine
   */
  boolean takes(URI endpoint, boolean loopbackToo) {
    var host = endpoint.getHost().toLowerCase(Locale.ROOT);
    if (loopbackToo && (host.equals("127.0.0.1") || host.equals("localhost"))) {
      return "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    }
    var usualPort = endpoint.getPort() == -1 || endpoint.getPort() == 443;
    return "https".equals(endpoint.getScheme())
        && usualPort
        && endpointHosts.stream().anyMatch(known -> matches(known, host));
  }

  private static boolean matches(String known, String host) {
    return known.startsWith("*.") ? host.endsWith(known.substring(1)) : host.equals(known);
  }

  private static boolean isKey(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == KEY_BYTES && bytes[0] == UNCOMPRESSED;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
