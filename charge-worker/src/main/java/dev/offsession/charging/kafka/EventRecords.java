package dev.offsession.charging.kafka;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeEvent.What;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.CustomerMessage;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Rejection;
import dev.offsession.charging.domain.RejectionReason;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.schemas.AuthenticationDetail;
import dev.offsession.schemas.Cancellation;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargeSuccess;
import dev.offsession.schemas.ChargedCard;
import dev.offsession.schemas.Decline;
import dev.offsession.schemas.ScheduledRetry;
import java.time.Instant;

/** News of charges as Avro records. */
final class EventRecords {
  private EventRecords() {}

  static dev.offsession.schemas.ChargeEvent of(ChargeRequest request, ChargeEvent event) {
    dev.offsession.schemas.ChargeEvent.Builder record =
        echo(request)
            .setEventId(request.id().value() + "#" + event.sequence())
            .setSequence(event.sequence())
            .setOccurredAt(event.at());
    event.deadline().ifPresent(record::setExpiresAt);
    event.intent().map(PaymentIntentId::value).ifPresent(record::setPaymentIntentId);
    event.card().map(EventRecords::card).ifPresent(record::setCard);
    return detail(record, event).build();
  }

  static dev.offsession.schemas.ChargeEvent conflict(ChargeRequest refused, Instant at) {
    String message = "request_id was used before with other content; the first charge stands.";
    return echo(refused)
        .setEventId(refused.id().value() + "#conflict-" + Fingerprint.of(refused).hex())
        .setSequence(0)
        .setOccurredAt(at)
        .setType(ChargeEventType.CONFLICTING_DUPLICATE)
        .setRejection(rejection(new Rejection(RejectionReason.CONFLICTING_DUPLICATE, message)))
        .build();
  }

  private static dev.offsession.schemas.ChargeEvent.Builder echo(ChargeRequest request) {
    dev.offsession.schemas.ChargeEvent.Builder record =
        dev.offsession.schemas.ChargeEvent.newBuilder()
            .setRequestId(request.id().value())
            .setCustomerReference(request.customer().value())
            .setAmountMinor(request.amountMinor())
            .setCurrency(request.currencyCode())
            .setMetadata(request.metadata());
    request.description().ifPresent(record::setDescription);
    request.expiresAt().ifPresent(record::setExpiresAt);
    return record;
  }

  private static dev.offsession.schemas.ChargeEvent.Builder detail(
      dev.offsession.schemas.ChargeEvent.Builder record, ChargeEvent event) {
    return switch (event.what()) {
      case What.Accepted _ -> record.setType(ChargeEventType.ACCEPTED);
      case What.Processing _ -> record.setType(ChargeEventType.PROCESSING);
      case What.Expired _ -> record.setType(ChargeEventType.EXPIRED);
      case What.Succeeded what ->
          record.setType(ChargeEventType.SUCCEEDED).setSuccess(success(what));
      case What.AuthenticationRequired what -> {
        event
            .card()
            .map(card -> new AuthenticationDetail(card.id().value()))
            .ifPresent(record::setAuthentication);
        yield record
            .setType(ChargeEventType.AUTHENTICATION_REQUIRED)
            .setDecline(decline(what.decline(), what.tell()));
      }
      case What.PaymentMethodRequired what ->
          record
              .setType(ChargeEventType.PAYMENT_METHOD_REQUIRED)
              .setDecline(decline(what.decline(), what.tell()));
      case What.RetryScheduled what ->
          record
              .setType(ChargeEventType.RETRY_SCHEDULED)
              .setDecline(decline(what.decline(), what.tell()))
              .setRetry(new ScheduledRetry(what.retryAt(), what.attempt()));
      case What.Failed what ->
          record.setType(ChargeEventType.FAILED).setDecline(decline(what.decline(), what.tell()));
      case What.Canceled what ->
          record.setType(ChargeEventType.CANCELED).setCancellation(new Cancellation(what.reason()));
      case What.Rejected what ->
          record.setType(ChargeEventType.REJECTED).setRejection(rejection(what.rejection()));
    };
  }

  private static ChargeSuccess success(What.Succeeded what) {
    ChargeSuccess.Builder success =
        ChargeSuccess.newBuilder().setAmountReceivedMinor(what.receivedMinor());
    what.charge().map(StripeChargeId::value).ifPresent(success::setChargeId);
    return success.build();
  }

  private static ChargedCard card(Card card) {
    ChargedCard.Builder record = ChargedCard.newBuilder().setPaymentMethodId(card.id().value());
    card.brand().ifPresent(record::setBrand);
    card.last4().ifPresent(record::setLast4);
    return record.build();
  }

  private static Decline decline(
      dev.offsession.charging.domain.Decline decline, CustomerMessage tell) {
    Decline.Builder record =
        Decline.newBuilder().setCode(decline.code()).setCustomerMessageKey(tell.key());
    decline.adviceCode().ifPresent(record::setAdviceCode);
    decline.networkCode().ifPresent(record::setNetworkCode);
    return record.build();
  }

  private static dev.offsession.schemas.Rejection rejection(Rejection rejection) {
    return new dev.offsession.schemas.Rejection(rejection.reason().code(), rejection.message());
  }
}
