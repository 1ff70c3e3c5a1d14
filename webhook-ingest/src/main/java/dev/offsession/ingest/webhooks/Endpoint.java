package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.signature.SignatureVerifier;
import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of our addresses that Stripe sends events to.
 *
 * @param account the connected account its events must be from; null for the account itself
 * @param live whether its events are about real money
 */
record Endpoint(String name, SignatureVerifier verifier, @Nullable String account, boolean live) {

  private static final String PREFIX = "whsec_";

  /**
   * @param property the setting that holds the secrets, for the sentence when they are wrong
   */
  static Endpoint of(
      String name,
      String property,
      @Nullable String secrets,
      @Nullable String account,
      boolean live) {
    List<String> each =
        Arrays.stream(Setting.required(property, secrets).split(",", -1))
            .map(String::strip)
            .toList();
    if (!each.stream().allMatch(s -> s.startsWith(PREFIX) && s.length() > PREFIX.length())) {
      throw SettingException.wrong(
          property, "must hold signing secrets that start with whsec_, separated by comma");
    }
    return new Endpoint(name, new SignatureVerifier(each), account, live);
  }

  /** Test and live events never mix, nor do accounts: a right signature is not enough. */
  boolean expects(ReceivedEvent event) {
    return event.livemode() == live && Objects.equals(event.account(), account);
  }
}
