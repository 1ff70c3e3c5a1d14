package dev.offsession.collector.recovery.notifier;

import dev.offsession.platform.settings.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where notifier-service is.
 *
 * @param url absent offers no fresh links by mail
 */
@ConfigurationProperties("offsession.notifier")
public record NotifierSettings(@Nullable String url) {
  /** Refuses what is no address. */
  public NotifierSettings {
    url = url == null || url.isBlank() ? null : Setting.httpUrl("offsession.notifier.url", url);
  }
}
