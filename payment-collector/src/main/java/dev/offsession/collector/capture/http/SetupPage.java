package dev.offsession.collector.capture.http;

import dev.offsession.collector.capture.CaptureService.Visit;
import dev.offsession.collector.capture.domain.CaptureView;
import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.pages.CardText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the capture page's template reads.
 *
 * @param state also the page's {@code data-state}
 * @param card the saved card
 * @param problemKey message key of why the page is shown again, or null
 * @param consentVersion version of the words the customer agrees to
 * @param waitMinutes how long until the next try, when there were too many
 * @param pushKey the key a browser subscribes with; null offers no push messages
 * @param path of this page; what its script calls lies below
 */
public record SetupPage(
    String state,
    @Nullable CardFace card,
    @Nullable String problemKey,
    String consentVersion,
    long waitMinutes,
    @Nullable String pushKey,
    @Nullable String returnUrl,
    String path) {

  static SetupPage of(
      Visit visit, Duration wait, String consentVersion, @Nullable String pushKey, String path) {
    var tooMany = wait.isPositive() && visit.view() instanceof CaptureView.Ready;
    return new SetupPage(
        tooMany ? "too_many" : state(visit.view()),
        visit.view() instanceof CaptureView.Saved(var card) ? CardText.of(card) : null,
        tooMany ? null : problemKey(visit.view()),
        consentVersion,
        wait.plusSeconds(59).toMinutes(),
        pushKey,
        visit.link().returnUrl(),
        path);
  }

  /** The script of the state, or null where nothing is left to do. */
  @Nullable String script() {
    return switch (state) {
      case "ready", "working" -> "setup.js";
      case "saved" -> "saved.js";
      default -> null;
    };
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
      case CaptureView.Ready(var reason) when reason != DeclineText.NONE ->
          "setup.failed." + reason;
      default -> null;
    };
  }
}
