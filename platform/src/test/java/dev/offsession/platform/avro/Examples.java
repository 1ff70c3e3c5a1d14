package dev.offsession.platform.avro;

import dev.offsession.schemas.AuthenticationDetail;
import dev.offsession.schemas.Cancellation;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.ChargeSuccess;
import dev.offsession.schemas.ChargedCard;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.Decline;
import dev.offsession.schemas.PromptChannel;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.PromptKind;
import dev.offsession.schemas.PromptOutcome;
import dev.offsession.schemas.Rejection;
import dev.offsession.schemas.SavedPaymentMethod;
import dev.offsession.schemas.ScheduledRetry;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import dev.offsession.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One record of each topic with every field set, and the fixed moment they speak of. */
public final class Examples {

  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Examples() {}

  public static SpecificRecord of(Topic topic) {
    return switch (topic) {
      case CHARGE_REQUESTED -> chargeRequested("req_1");
      case CHARGE_CANCELLATION_REQUESTED ->
          new ChargeCancellationRequested("req_1", "order withdrawn", NOON);
      case CHARGE_EVENTS -> chargeEvent();
      case PAYMENT_METHOD_EVENTS -> paymentMethods();
      case STRIPE_EVENTS -> stripeEvent();
      case PROMPT_EVENTS ->
          new PromptEvent(
              "req_1:1:0:EMAIL",
              "req_1",
              PromptKind.AUTHENTICATE,
              PromptChannel.EMAIL,
              0,
              PromptOutcome.SENT,
              null,
              NOON);
    };
  }

  public static ChargeRequested chargeRequested(String requestId) {
    return ChargeRequested.newBuilder()
        .setRequestId(requestId)
        .setCustomerReference("cust_1")
        .setAmountMinor(1_200)
        .setCurrency("jpy")
        .setPaymentMethodId("pm_1")
        .setDescription("Tea, 定期便")
        .setStatementDescriptorSuffix("TEA")
        .setMetadata(Map.of("order", "42"))
        .setExpiresAt(NOON.plusSeconds(3_600))
        .setRequestedAt(NOON)
        .build();
  }

  private static ChargeEvent chargeEvent() {
    return ChargeEvent.newBuilder()
        .setEventId("req_1#3")
        .setRequestId("req_1")
        .setCustomerReference("cust_1")
        .setPaymentIntentId("pi_1")
        .setSequence(3)
        .setOccurredAt(NOON)
        .setAmountMinor(1_200)
        .setCurrency("jpy")
        .setDescription("Tea")
        .setMetadata(Map.of("order", "42"))
        .setExpiresAt(NOON.plusSeconds(3_600))
        .setType(ChargeEventType.RETRY_SCHEDULED)
        .setCard(new ChargedCard("pm_1", "visa", "4242"))
        .setSuccess(new ChargeSuccess("ch_1", 1_200L))
        .setAuthentication(new AuthenticationDetail("pm_1"))
        .setDecline(
            new Decline("insufficient_funds", "try_again_later", "51", "insufficient_funds"))
        .setRetry(new ScheduledRetry(NOON.plusSeconds(86_400), 2))
        .setRejection(new Rejection("amount_too_small", "The amount is below the minimum."))
        .setCancellation(new Cancellation("order withdrawn"))
        .build();
  }

  private static CustomerPaymentMethods paymentMethods() {
    var card = new SavedPaymentMethod("pm_1", "visa", "4242", 12, 2030, "fp_1");
    return new CustomerPaymentMethods("cust_1", "cus_1", "pm_1", List.of(card), NOON, 7L);
  }

  private static StripeEvent stripeEvent() {
    return StripeEvent.newBuilder()
        .setEventId("evt_1")
        .setType("payment_intent.succeeded")
        .setApiVersion("2026-07-29.dahlia")
        .setAccount("acct_1")
        .setLivemode(false)
        .setCreated(NOON)
        .setObjectId("pi_1")
        .setObjectType("payment_intent")
        .setRequestIdempotencyKey("0123:confirm:1")
        .setPayload(ByteBuffer.wrap("{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8)))
        .setReceivedAt(NOON)
        .setSource(StripeEventSource.WEBHOOK)
        .build();
  }
}
