package dev.offsession.notifier.prompting.kafka;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.ChargeNews;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNotNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.Ended;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.schemas.ChargeEvent;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a charge event means for the customer. */
final class ChargeNewsReader {
  private static final Logger log = LoggerFactory.getLogger(ChargeNewsReader.class);

  private ChargeNewsReader() {}

  /**
   * The news in the event; empty when it has none for the customer, and when the event contradicts
   * itself: repeating it would not help, and others wait behind it.
   */
  static Optional<ChargeNews> read(@Nullable ChargeEvent event) {
    if (event == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(news(event));
    } catch (IllegalArgumentException e) {
      log.error("charge event {} makes no sense: {}", event.getEventId(), e.getMessage());
      return Optional.empty();
    }
  }

  private static @Nullable ChargeNews news(ChargeEvent event) {
    return switch (event.getType()) {
      case AUTHENTICATION_REQUIRED -> needed(event, PromptKind.AUTHENTICATE);
      case PAYMENT_METHOD_REQUIRED -> needed(event, PromptKind.NEW_PAYMENT_METHOD);
      case SUCCEEDED -> ended(event, PromptKind.RECEIPT);
      case FAILED, EXPIRED -> ended(event, PromptKind.PAYMENT_FAILED);
      case PROCESSING, RETRY_SCHEDULED, CANCELED ->
          new CustomerNotNeeded(
              new RequestId(event.getRequestId()), event.getSequence(), reason(event));
      case ACCEPTED, REJECTED, CONFLICTING_DUPLICATE, UNKNOWN -> null;
    };
  }

  private static ChargeNews needed(ChargeEvent event, PromptKind kind) {
    return new CustomerNeeded(
        new RequestId(event.getRequestId()), event.getSequence(), kind, facts(event));
  }

  private static ChargeNews ended(ChargeEvent event, PromptKind notice) {
    return new Ended(
        new RequestId(event.getRequestId()),
        event.getSequence(),
        reason(event),
        notice,
        facts(event));
  }

  private static String reason(ChargeEvent event) {
    return "charge_" + event.getType().name().toLowerCase(Locale.ROOT);
  }

  private static ChargeFacts facts(ChargeEvent event) {
    return new ChargeFacts(
        event.getCustomerReference(),
        event.getPaymentIntentId(),
        new Money(event.getAmountMinor(), event.getCurrency().toLowerCase(Locale.ROOT)),
        event.getDescription(),
        card(event),
        event.getDecline() == null ? null : event.getDecline().getCustomerMessageKey(),
        event.getOccurredAt(),
        event.getExpiresAt());
  }

  private static ChargeFacts.@Nullable Card card(ChargeEvent event) {
    var card = event.getCard();
    return card == null
        ? null
        : new ChargeFacts.Card(card.getPaymentMethodId(), card.getBrand(), card.getLast4());
  }
}
