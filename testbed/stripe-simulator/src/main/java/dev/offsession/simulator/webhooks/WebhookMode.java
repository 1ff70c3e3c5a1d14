package dev.offsession.simulator.webhooks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Deliberate disorder of deliveries.
 *
 * @param duplicate deliver each event this many times more
 * @param duplicateShare deliver this share of the events once more
 * @param reorderWindowMillis delay each first attempt by a random time up to this
 * @param delayMillis delay each first attempt by this
 * @param drop share of events that are never delivered (they stay in the events list)
 * @param badSignature sign with a wrong secret
 * @param oldTimestamp sign with a time far in the past
 * @param thin send a thin notification instead of the event
 * @param apiVersion render events with this version instead of the endpoint's
 * @param timing whether first attempts come before or after the API's reply
 */
public record WebhookMode(
    int duplicate,
    double duplicateShare,
    int reorderWindowMillis,
    int delayMillis,
    double drop,
    boolean badSignature,
    boolean oldTimestamp,
    boolean thin,
    @Nullable String apiVersion,
    Timing timing) {

  /** Stripe's usual behaviour: once, correct, before or after the reply by chance. */
  public static final WebhookMode NORMAL =
      new WebhookMode(0, 0, 0, 0, 0, false, false, false, null, Timing.RANDOM);

  /** When the events of a call are sent. */
  public enum Timing {
    RANDOM,
    BEFORE_REPLY,
    AFTER_REPLY;

    /** The name in the control API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
