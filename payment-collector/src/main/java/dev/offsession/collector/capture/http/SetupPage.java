package dev.offsession.collector.capture.http;

import dev.offsession.collector.capture.CaptureService.Visit;
import dev.offsession.collector.capture.domain.CaptureView;
import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.pages.CardText;
import org.jspecify.annotations.Nullable;

/**
 * What the capture page's template reads.
 *
 * @param state also the page's {@code data-state}
 * @param card the saved card
 * @param problemKey message key of why the page is shown again, or null
 * @param consentVersion version of the words the customer agrees to
 */
public record SetupPage(
    String state,
    @Nullable CardFace card,
    @Nullable String problemKey,
    String consentVersion,
    @Nullable String returnUrl,
    String statusUrl,
    String actUrl) {

  static SetupPage of(Visit visit, String consentVersion, String path) {
    return new SetupPage(
        state(visit.view()),
        visit.view() instanceof CaptureView.Saved(var card) ? CardText.of(card) : null,
        problemKey(visit.view()),
        consentVersion,
        visit.link().returnUrl(),
        path + "/status",
        path + "/begin");
  }

  static String state(CaptureView view) {
    return switch (view) {
      case CaptureView.Ready _ -> "ready";
      case CaptureView.Working _ -> "working";
      case CaptureView.Saved _ -> "saved";
      case CaptureView.Expired _ -> "expired";
    };
  }

  private static @Nullable String problemKey(CaptureView view) {
    return switch (view) {
      case CaptureView.Ready(var reason) when reason == DeclineText.AUTHENTICATION ->
          "setup.failed.AUTHENTICATION";
      case CaptureView.Ready(var reason) when reason != DeclineText.NONE ->
          "setup.failed." + reason;
      default -> null;
    };
  }
}
