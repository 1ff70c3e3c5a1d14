package dev.offsession.collector.capture.domain;

import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.links.domain.Link;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which state the capture page shows. Pure and total; the caller brings the clock. */
public final class CapturePage {
  private CapturePage() {}

  /**
   * Decides by the SetupIntent the link has begun, if any, then by how the link stands. A card that
   * was saved stays shown as saved.
   */
  public static CaptureView decide(@Nullable SetupSnapshot setup, Link link, Instant now) {
    if (setup != null && setup.status() == SetupSnapshot.Status.SUCCEEDED) {
      return new CaptureView.Saved(setup.card());
    }
    if (!link.isOpen(now)) {
      return new CaptureView.Expired();
    }
    if (setup == null) {
      return new CaptureView.Ready(DeclineText.NONE);
    }
    return switch (setup.status()) {
      case PROCESSING -> new CaptureView.Working();
      case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION ->
          new CaptureView.Ready(DeclineText.of(setup.declineCode(), setup.errorCode()));
      case CANCELED, SUCCEEDED -> new CaptureView.Ready(DeclineText.NONE);
    };
  }
}
