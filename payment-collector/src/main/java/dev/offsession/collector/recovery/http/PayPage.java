package dev.offsession.collector.recovery.http;

import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.pages.CardText;
import dev.offsession.collector.pages.Consents;
import dev.offsession.collector.pages.DateText;
import dev.offsession.collector.pages.MoneyText;
import dev.offsession.collector.recovery.RecoveryService.Visit;
import dev.offsession.collector.recovery.domain.PageView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the recovery page's template reads.
 *
 * @param state also the page's {@code data-state}
 * @param facts what the payment is about; null once the link's time has passed: then the page tells
 *     how things stand, and nothing more
 * @param problemKey message key of why the page is shown again, or null
 * @param waitMinutes how long until the next try, when there were too many
 * @param renewable whether a fresh link can be asked for
 * @param path of this page; what its script calls lies below
 */
public record PayPage(
    String state,
    String amount,
    @Nullable Facts facts,
    @Nullable CardFace card,
    @Nullable String problemKey,
    long waitMinutes,
    boolean renewable,
    String consentVersion,
    @Nullable String returnUrl,
    String path) {
  private static final int REFERENCE_LENGTH = 8;

  /**
   * What the payment is about.
   *
   * @param amountMinor in minor units of the currency
   * @param reference the last characters of the payment's id, for support
   */
  public record Facts(
      long amountMinor,
      String currency,
      @Nullable String description,
      String deadline,
      String reference) {}

  /**
   * The model of one visit.
   *
   * @param wait how long until the next try
   * @param now decides which facts may still be shown
   */
  static PayPage of(
      Visit visit, Duration wait, boolean renewable, Locale language, Instant now, String path) {
    var money = visit.intent().amount();
    var tooMany = wait.isPositive() && isActionable(visit.view());
    return new PayPage(
        tooMany ? "too_many" : state(visit.view()),
        MoneyText.of(money.minorUnits(), money.currency(), language),
        visit.link().hasExpired(now) ? null : facts(visit, language),
        CardText.of(card(visit.view())),
        tooMany ? null : problemKey(visit.view()),
        wait.plusSeconds(59).toMinutes(),
        renewable && visit.view() instanceof PageView.Expired,
        Consents.VERSION,
        visit.link().returnUrl(),
        path);
  }

  /** Whether the customer can still do something with a card. */
  public boolean actionable() {
    return state.equals("authenticate") || state.equals("new_card");
  }

  /** The script of the state, or null where nothing is left to do. */
  @Nullable String script() {
    return actionable() || state.equals("processing") || renewable ? "pay.js" : null;
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

  private static boolean isActionable(PageView view) {
    return view instanceof PageView.Authenticate || view instanceof PageView.NewCard;
  }

  private static Facts facts(Visit visit, Locale language) {
    var intent = visit.intent();
    var id = intent.id();
    return new Facts(
        intent.amount().minorUnits(),
        intent.amount().currency(),
        intent.description(),
        DateText.of(visit.link().expiresAt(), visit.customer().contact().timeZone(), language),
        "…" + id.substring(Math.max(0, id.length() - REFERENCE_LENGTH)));
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
