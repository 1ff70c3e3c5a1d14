package dev.offsession.collector.brake;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many tries a visitor has before waiting. Tries come back evenly over the window.
 *
 * @param linkTries tries with a card that one link has in a window
 * @param addressTries tries with a card that one address has in a window, over all links
 * @param wrongLinks links that open nothing, which one address may try in a window
 * @param rememberedMax how many links and addresses are remembered; the least seen are forgotten
 */
@ConfigurationProperties("offsession.payment-collector.brake")
public record BrakeSettings(
    @DefaultValue("10") int linkTries,
    @DefaultValue("1h") Duration linkWindow,
    @DefaultValue("30") int addressTries,
    @DefaultValue("10m") Duration addressWindow,
    @DefaultValue("20") int wrongLinks,
    @DefaultValue("1m") Duration wrongLinksWindow,
    @DefaultValue("20000") int rememberedMax) {
  private static final String PREFIX = "offsession.payment-collector.brake.";

  /** Refuses numbers and windows that are not above zero. */
  public BrakeSettings {
    Setting.positive(PREFIX + "link-tries", linkTries);
    Setting.positive(PREFIX + "link-window", linkWindow);
    Setting.positive(PREFIX + "address-tries", addressTries);
    Setting.positive(PREFIX + "address-window", addressWindow);
    Setting.positive(PREFIX + "wrong-links", wrongLinks);
    Setting.positive(PREFIX + "wrong-links-window", wrongLinksWindow);
    Setting.positive(PREFIX + "remembered-max", rememberedMax);
  }
}
