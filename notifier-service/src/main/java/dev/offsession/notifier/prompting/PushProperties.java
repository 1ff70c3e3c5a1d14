package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.push.EndpointRules;
import dev.offsession.notifier.prompting.push.PushSettings;
import dev.offsession.notifier.prompting.push.VapidKeys;
import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Web Push. Without keys it is off; the command {@code vapid} of this jar makes a pair.
 *
 * @param vapidPublicKey base64url; payment-collector has the same
 * @param vapidPrivateKey base64url, a secret
 * @param subject whom a push service turns to: mailto: or https:
 * @param endpointHosts push services that are written to; *.name stands for all below a name
 * @param timeToLiveMax how long a push may wait for a device that is off
 * @param connectTimeout how long a connection to a push service may take
 * @param answerTimeout how long its answer may take
 */
@ConfigurationProperties("offsession.push")
record PushProperties(
    @Nullable String vapidPublicKey,
    @Nullable String vapidPrivateKey,
    @Nullable String subject,
    @DefaultValue({
          "fcm.googleapis.com",
          "updates.push.services.mozilla.com",
          "*.notify.windows.com",
          "web.push.apple.com"
        })
        List<String> endpointHosts,
    @DefaultValue("24h") Duration timeToLiveMax,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration answerTimeout) {
  PushProperties {
    Setting.positive("offsession.push.time-to-live-max", timeToLiveMax);
    Setting.positive("offsession.push.connect-timeout", connectTimeout);
    Setting.positive("offsession.push.answer-timeout", answerTimeout);
    if (Stream.of(vapidPublicKey, vapidPrivateKey, subject).anyMatch(PushProperties::isSet)) {
      checkSubject(Setting.required("offsession.push.subject", subject));
      keys(vapidPublicKey, vapidPrivateKey);
    }
  }

  /** Empty when push is off. */
  Optional<PushSettings> settings(boolean loopbackAllowed) {
    return isSet(vapidPublicKey)
        ? Optional.of(
            new PushSettings(
                keys(vapidPublicKey, vapidPrivateKey),
                Setting.required("offsession.push.subject", subject),
                new EndpointRules(endpointHosts, loopbackAllowed),
                timeToLiveMax,
                connectTimeout,
                answerTimeout))
        : Optional.empty();
  }

  private static VapidKeys keys(@Nullable String publicKey, @Nullable String privateKey) {
    var publicText = Setting.required("offsession.push.vapid-public-key", publicKey);
    var privateText = Setting.required("offsession.push.vapid-private-key", privateKey);
    try {
      return VapidKeys.of(publicText, privateText);
    } catch (IllegalArgumentException _) {
      throw SettingException.wrong(
          "offsession.push.vapid-private-key",
          "does not belong to offsession.push.vapid-public-key: make a pair with the command vapid");
    }
  }

  private static void checkSubject(String subject) {
    if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
      throw SettingException.wrong("offsession.push.subject", "must start with mailto: or https:");
    }
  }

  private static boolean isSet(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "PushProperties[]";
  }
}
