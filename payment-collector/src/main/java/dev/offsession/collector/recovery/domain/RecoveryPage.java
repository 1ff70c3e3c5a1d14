package dev.offsession.collector.recovery.domain;

import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.recovery.domain.PageView.Approval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which state the recovery page shows. Pure and total; the caller brings the clock. */
public final class RecoveryPage {
  /** After so many started approvals a failed one means: ask for another card. */
  static final int APPROVALS_MAX = 2;

  private RecoveryPage() {}

  /**
   * Decides by Stripe's word first, then by how the link stands. A payment that succeeded is shown
   * as paid even on an old link, because nothing else would be true.
   */
  public static PageView decide(IntentSnapshot intent, Link link, Instant now) {
    return switch (intent.status()) {
      case SUCCEEDED -> new PageView.Succeeded(intent.card());
      case CANCELED -> ended(link.end() == null ? LinkEnd.CANCELED : link.end());
      case PROCESSING, REQUIRES_CAPTURE -> new PageView.Processing();
      case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION -> {
        if (link.end() != null) {
          yield ended(link.end());
        }
        yield link.hasExpired(now) ? new PageView.Expired() : unpaid(intent, link);
      }
    };
  }

  private static PageView ended(LinkEnd end) {
    return switch (end) {
      // Stripe's own word is still on its way to us.
      case PAID -> new PageView.Processing();
      case CANCELED -> new PageView.Canceled();
      case EXPIRED, ERASED -> new PageView.Expired();
      case FAILED -> new PageView.Failed();
    };
  }

  private static PageView unpaid(IntentSnapshot intent, Link link) {
    if (intent.status() == IntentStatus.REQUIRES_ACTION) {
      return new PageView.Authenticate(new Approval.Continue(), intent.card(), false);
    }
    if (intent.status() == IntentStatus.REQUIRES_CONFIRMATION && intent.methodId() != null) {
      var confirm = new Approval.Confirm(intent.methodId());
      return new PageView.Authenticate(confirm, intent.card(), false);
    }
    return afterFailure(intent.lastError(), link);
  }

  private static PageView afterFailure(@Nullable LastError error, Link link) {
    if (error == null) {
      return new PageView.NewCard(DeclineText.NONE, null);
    }
    var mayApprove =
        error.wantsAuthentication()
            || (error.authenticationFailed() && link.approvals() < APPROVALS_MAX);
    if (mayApprove && error.methodId() != null) {
      return new PageView.Authenticate(
          new Approval.Confirm(error.methodId()), error.card(), error.authenticationFailed());
    }
    return new PageView.NewCard(DeclineText.of(error.declineCode(), error.code()), error.card());
  }
}
