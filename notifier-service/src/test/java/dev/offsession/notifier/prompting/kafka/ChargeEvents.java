package dev.offsession.notifier.prompting.kafka;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargedCard;
import java.time.Instant;
import java.util.Map;

/** Charge events as charge-worker publishes them. */
public final class ChargeEvents {
  private ChargeEvents() {}

  public static ChargeEvent.Builder anEvent(String requestId, long sequence, ChargeEventType type) {
    return ChargeEvent.newBuilder()
        .setEventId(requestId + "#" + sequence)
        .setRequestId(requestId)
        .setCustomerReference("cust_42")
        .setPaymentIntentId("pi_1")
        .setSequence(sequence)
        .setOccurredAt(Instant.parse("2026-11-23T12:00:00Z"))
        .setAmountMinor(1200)
        .setCurrency("jpy")
        .setDescription("Subscription for December")
        .setMetadata(Map.of())
        .setType(type)
        .setCard(
            ChargedCard.newBuilder()
                .setPaymentMethodId("pm_saved")
                .setBrand("visa")
                .setLast4("3184")
                .build());
  }
}
