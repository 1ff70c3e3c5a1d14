package dev.offsession.collector.capture.domain;

import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import org.jspecify.annotations.Nullable;

/** The state the capture page is in. */
public sealed interface CaptureView {
  /** A card may be entered; the reason says why the one before was not taken. */
  record Ready(DeclineText reason) implements CaptureView {}

  /** Stripe works on it. */
  record Working() implements CaptureView {}

  /** The card is saved. */
  record Saved(@Nullable CardFace card) implements CaptureView {}

  /** The link's time has passed, or it was revoked. */
  record Expired() implements CaptureView {}
}
