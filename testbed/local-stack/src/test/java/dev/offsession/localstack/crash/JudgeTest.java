package dev.offsession.localstack.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.PromptChannel;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.PromptKind;
import dev.offsession.schemas.PromptOutcome;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  private final Batch batch = Batch.ofEachKind("run-1");
  private final Watch watch = new Watch();
  private final ObjectNode ledger = JSON.createObjectNode();
  private final Map<String, String> states = new HashMap<>();
  private long unread;
  private final Judge judge =
      new Judge(
          watch,
          run -> run.equals("run-1") ? ledger : JSON.createObjectNode(),
          request -> states.getOrDefault(request, "nothing"),
          () -> unread);

  /** All as it must be. */
  @BeforeEach
  void everyChargeEndsAsItMust() {
    for (Batch.Wish wish : batch.all()) {
      says(wish, 1, wish.rests());
      if (wish.isPaid()) {
        charged(wish, wish.amountMinor());
        announced("pi-" + wish.requestId());
      }
      if (wish.asksTheCustomer()) {
        says(wish, 2, wish.ends());
        asked(wish, "prompt-" + wish.requestId());
      }
      states.put(wish.requestId(), wish.ends().name());
    }
  }

  @Test
  void findsNothingWhereLedgerStoreAndEventsAgree() {
    assertThat(judge.rests(batch)).isTrue();
    assertThat(judge.ended(batch)).isTrue();
    assertThat(judge.complaints(batch)).isEmpty();
  }

  @Test
  void doesNotCallItRestWhileACancellationWasNotRead() {
    unread = 1;

    assertThat(judge.rests(batch)).isFalse();
  }

  @Nested
  class SeesThat {
    private final Batch.Wish paid = wish("-ok");
    private final Batch.Wish waiting = wish("-authentication");
    private final Batch.Wish ahead = wish("-ahead");

    @Test
    void aChargeWasPaidTwice() {
      count(paid, 2);

      assertThat(judge.complaints(batch)).containsExactly("CHARGED 2 TIMES instead of 1: run-1-ok");
    }

    @Test
    void aCanceledChargeWasPaid() {
      charged(ahead, ahead.amountMinor());

      assertThat(judge.complaints(batch))
          .containsExactly("CHARGED 1 TIMES instead of 0: run-1-ahead");
    }

    @Test
    void aChargeWasNotPaid() {
      count(paid, 0);

      assertThat(judge.complaints(batch)).containsExactly("not charged: run-1-ok");
    }

    @Test
    void anotherAmountWasPaid() {
      ledger.withArray("charges").removeAll();
      charged(paid, paid.amountMinor() + 1);
      count(paid, 1);

      assertThat(judge.complaints(batch)).containsExactly("another amount: run-1-ok");
    }

    @Test
    void theStoreSaysOtherwise() {
      states.put(paid.requestId(), "CONFIRMING");

      assertThat(judge.complaints(batch)).containsExactly("the store says CONFIRMING: run-1-ok");
    }

    @Test
    void theEndWasToldTwice() {
      says(paid, 2, ChargeEventType.SUCCEEDED);

      assertThat(judge.complaints(batch)).singleElement().asString().startsWith("2 final events: ");
    }

    @Test
    void theSameEventAgainIsNoSecondEnd() {
      says(paid, 1, ChargeEventType.SUCCEEDED);

      assertThat(judge.complaints(batch)).isEmpty();
    }

    @Test
    void theCustomerWasAskedTwice() {
      asked(waiting, "another");

      assertThat(judge.complaints(batch))
          .containsExactly("2 prompts instead of 1: run-1-authentication");
    }

    @Test
    void nothingWasTold() {
      Judge deaf =
          new Judge(new Watch(), _ -> ledger, r -> states.getOrDefault(r, ""), () -> unread);

      assertThat(deaf.rests(batch)).isFalse();
      assertThat(deaf.ended(batch)).isFalse();
      assertThat(deaf.complaints(batch)).contains("no final event: run-1-ok");
    }
  }

  private Batch.Wish wish(String suffix) {
    return batch.all().stream()
        .filter(wish -> wish.requestId().endsWith(suffix))
        .findFirst()
        .orElseThrow();
  }

  private void charged(Batch.Wish wish, long amountMinor) {
    ObjectNode charge = ledger.withArray("charges").addObject();
    charge.put("amount", amountMinor);
    charge.withObject("metadata").put("offsession_request_id", wish.requestId());
    count(wish, 1);
  }

  private void count(Batch.Wish wish, int succeeded) {
    ledger.withObject("succeeded_per_request").put(wish.requestId(), succeeded);
  }

  private void says(Batch.Wish wish, long sequence, ChargeEventType type) {
    watch.hears(
        ChargeEvent.newBuilder()
            .setEventId(wish.requestId() + "#" + sequence)
            .setRequestId(wish.requestId())
            .setCustomerReference(wish.customer())
            .setSequence(sequence)
            .setOccurredAt(NOW)
            .setAmountMinor(wish.amountMinor())
            .setCurrency(Batch.CURRENCY)
            .setType(type)
            .setPaymentIntentId("pi-" + wish.requestId())
            .build());
  }

  private void asked(Batch.Wish wish, String promptId) {
    watch.hears(
        PromptEvent.newBuilder()
            .setPromptId(promptId)
            .setRequestId(wish.requestId())
            .setKind(PromptKind.AUTHENTICATE)
            .setChannel(PromptChannel.EMAIL)
            .setStep(0)
            .setOutcome(PromptOutcome.SENT)
            .setOccurredAt(NOW)
            .build());
  }

  private void announced(String intent) {
    watch.hears(
        StripeEvent.newBuilder()
            .setEventId("evt-" + intent)
            .setType("payment_intent.succeeded")
            .setLivemode(false)
            .setCreated(NOW)
            .setObjectId(intent)
            .setObjectType("payment_intent")
            .setPayload(ByteBuffer.allocate(0))
            .setReceivedAt(NOW)
            .setSource(StripeEventSource.WEBHOOK)
            .build());
  }
}
