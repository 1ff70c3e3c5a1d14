package dev.offsession.localstack.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SoakJudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  /** More than one block of the ledger. */
  private static final int CHARGES = Ids.BLOCK + 2;

  private static final int PAID = Ids.BLOCK + 1;
  private static final int CANCELED = 7;

  private final Ids ids = new Ids("soak-1");
  private final Book book = new Book(ids, CHARGES);
  private final Map<String, ObjectNode> ledgers = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();

  /** All as it must be. */
  @BeforeEach
  void everyChargeEndsAsItMust() {
    for (int number = 0; number < CHARGES; number++) {
      boolean paid = number != CANCELED;
      book.asks(number, paid ? Kind.GOOD : Kind.AUTHENTICATION);
      says(number, paid ? ChargeEventType.SUCCEEDED : ChargeEventType.CANCELED);
      states.put(ids.request(number), paid ? "SUCCEEDED" : "CANCELED");
      if (paid) {
        charged(ids.request(number), Ids.amountMinor(number));
        announced(number);
      }
    }
  }

  @Test
  void findsNothingWhereLedgerStoreAndEventsAgree() {
    Verdict verdict = judge().judge();

    assertThat(verdict.complaints()).isEmpty();
    assertThat(verdict.isExact()).isTrue();
    assertThat(verdict.paid).isEqualTo(CHARGES - 1).isEqualTo(verdict.wanted);
    assertThat(verdict.paidMinor).isEqualTo(verdict.wantedMinor).isPositive();
  }

  @Nested
  class SeesThat {
    @Test
    void aChargeWasPaidTwice() {
      charged(ids.request(PAID), Ids.amountMinor(PAID));

      Verdict verdict = judge().judge();

      assertThat(verdict.chargedTwice).isEqualTo(1);
      assertThat(verdict.complaints()).containsExactly("CHARGED 2 TIMES: soak-1-1-1001");
    }

    @Test
    void aCanceledChargeWasPaid() {
      charged(ids.request(CANCELED), Ids.amountMinor(CANCELED));

      assertThat(judge().judge().complaints()).containsExactly("CHARGED 1 TIMES: soak-1-0-7");
    }

    @Test
    void aChargeWasNotPaid() {
      ledgers.clear();

      Verdict verdict = judge().judge();

      assertThat(verdict.notCharged).isEqualTo(CHARGES - 1);
      assertThat(verdict.wrong()).isEqualTo(CHARGES - 1);
      assertThat(verdict.complaints()).hasSize(20);
    }

    @Test
    void anotherAmountWasPaid() {
      charges(ids.block(1))
          .forEach(charge -> {
            if (charge.path("metadata").toString().contains(ids.request(PAID))) {
              ((ObjectNode) charge).put("amount_captured", 1);
            }
          });

      assertThat(judge().judge().complaints()).containsExactly("another amount: soak-1-1-1001");
    }

    @Test
    void nobodyAskedForAPayment() {
      charged("soak-1-1-1999", 1_000);

      Verdict verdict = judge().judge();

      assertThat(verdict.strangers).isEqualTo(1);
      assertThat(verdict.isExact()).isFalse();
    }

    @Test
    void theStoreSaysOtherwise() {
      states.put(ids.request(PAID), "CONFIRMING");

      assertThat(judge().judge().complaints())
          .containsExactly("the store says CONFIRMING: soak-1-1-1001");
    }

    @Test
    void theEndWasNotTold() {
      Book quiet = new Book(ids, CHARGES);
      quiet.asks(0, Kind.GOOD);
      SoakJudge judge = new SoakJudge(ids, quiet, this::onlyTheFirst, states::get);

      assertThat(judge.judge().complaints())
          .containsExactly(
              "no final event: soak-1-0-0",
              "Stripe's word of the payment is not on Kafka: soak-1-0-0",
              "the store says SUCCEEDED: soak-1-0-0");
    }

    private JsonNode onlyTheFirst(String block) {
      ObjectNode ledger = JSON.createObjectNode();
      ledger.withArray("charges").add(charges(block).path(0));
      return ledger;
    }
  }

  @Nested
  class HoldsTheReconciliation {
    @Test
    void toTheSameCountAndAmount() {
      SoakJudge judge = judge();
      Verdict verdict = judge.judge();

      judge.reconcile(report(true, verdict.wanted, verdict.wantedMinor));

      assertThat(verdict.isExact()).isTrue();
    }

    @Test
    void andSeesADifferenceThatItReports() {
      SoakJudge judge = judge();
      Verdict verdict = judge.judge();

      judge.reconcile(report(false, verdict.wanted, verdict.wantedMinor));

      assertThat(verdict.complaints()).containsExactly("reconciliation: 0 differences");
    }

    @Test
    void andSeesAnAmountThatItCountsOtherwise() {
      SoakJudge judge = judge();
      Verdict verdict = judge.judge();

      judge.reconcile(report(true, verdict.wanted, verdict.wantedMinor - 1));

      assertThat(verdict.isExact()).isFalse();
    }

    private static JsonNode report(boolean balanced, long count, long amountMinor) {
      ObjectNode report = JSON.createObjectNode();
      report.put("balanced", balanced).put("difference_count", 0);
      report.withArray("stripe").addObject().put("count", count).put("amount_minor", amountMinor);
      return report;
    }
  }

  private SoakJudge judge() {
    return new SoakJudge(
        ids,
        book,
        block -> ledgers.getOrDefault(block, JSON.createObjectNode()),
        request -> states.getOrDefault(request, "nothing"));
  }

  private JsonNode charges(String block) {
    return ledgers.getOrDefault(block, JSON.createObjectNode()).path("charges");
  }

  private void charged(String request, long amountMinor) {
    String block = request.substring(0, request.lastIndexOf('-') + 1);
    ObjectNode charge =
        ledgers
            .computeIfAbsent(block, _ -> JSON.createObjectNode())
            .withArray("charges")
            .addObject();
    charge.put("status", "succeeded").put("amount_captured", amountMinor);
    charge.withObject("metadata").put("offsession_request_id", request);
  }

  private void says(int number, ChargeEventType type) {
    book.hears(
        ChargeEvent.newBuilder()
            .setEventId(ids.request(number) + "#1")
            .setRequestId(ids.request(number))
            .setCustomerReference("customer")
            .setSequence(1)
            .setOccurredAt(NOW)
            .setAmountMinor(Ids.amountMinor(number))
            .setCurrency("eur")
            .setType(type)
            .setPaymentIntentId("pi-" + number)
            .build());
  }

  private void announced(int number) {
    book.hears(
        StripeEvent.newBuilder()
            .setEventId("evt-" + number)
            .setType("payment_intent.succeeded")
            .setLivemode(false)
            .setCreated(NOW)
            .setObjectId("pi-" + number)
            .setObjectType("payment_intent")
            .setPayload(ByteBuffer.allocate(0))
            .setReceivedAt(NOW)
            .setSource(StripeEventSource.WEBHOOK)
            .build());
  }
}
