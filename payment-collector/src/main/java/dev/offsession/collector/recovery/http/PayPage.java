package dev.offsession.collector.recovery.http;

import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.pages.CardText;
import dev.offsession.collector.pages.DateText;
import dev.offsession.collector.pages.MoneyText;
import dev.offsession.collector.recovery.RecoveryService.Visit;
import dev.offsession.collector.recovery.domain.PageView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the recovery page's template reads.
 *
 * @param state also the page's {@code data-state}
 * @param amount as the customer reads it
 * @param problemKey message key of why the page is shown again, or null
 * @param reference the last characters of the payment's id, for support
 */
public record PayPage(
    String state,
    String amount,
    long amountMinor,
    String currency,
    @Nullable String description,
    @Nullable CardFace card,
    String deadline,
    String reference,
    @Nullable String problemKey,
    String statusUrl,
    String actUrl) {
  private static final int REFERENCE_LENGTH = 8;

  static PayPage of(Visit visit, Locale language, String path) {
    var intent = visit.intent();
    var money = intent.amount();
    return new PayPage(
        state(visit.view()),
        MoneyText.of(money.minorUnits(), money.currency(), language),
        money.minorUnits(),
        money.currency(),
        intent.description(),
        CardText.of(card(visit.view())),
        DateText.of(visit.link().expiresAt(), visit.customer().contact().timeZone(), language),
        "…" + intent.id().substring(Math.max(0, intent.id().length() - REFERENCE_LENGTH)),
        problemKey(visit.view()),
        path + "/status",
        path + "/act");
  }

  /** Whether the customer can still do something. */
  public boolean actionable() {
    return state.equals("authenticate") || state.equals("new_card");
  }

  static String state(PageView view) {
    return switch (view) {
      case PageView.Authenticate _ -> "authenticate";
      case PageView.NewCard _ -> "new_card";
      case PageView.Processing _ -> "processing";
      case PageView.Succeeded _ -> "succeeded";
      case PageView.Canceled _ -> "canceled";
      case PageView.Expired _ -> "expired";
      case PageView.Failed _ -> "failed";
    };
  }

  private static @Nullable String problemKey(PageView view) {
    return switch (view) {
      case PageView.Authenticate(_, _, var triedBefore) when triedBefore ->
          "pay.authenticate.failed";
      case PageView.NewCard(var reason, _) when reason != DeclineText.NONE -> "decline." + reason;
      default -> null;
    };
  }

  private static @Nullable CardFace card(PageView view) {
    return switch (view) {
      case PageView.Authenticate(_, var card, _) -> card;
      case PageView.NewCard(_, var refused) -> refused;
      case PageView.Succeeded(var card) -> card;
      default -> null;
    };
  }
}
