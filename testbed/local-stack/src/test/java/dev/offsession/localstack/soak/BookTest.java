package dev.offsession.localstack.soak;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BookTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
  private static final int NUMBER = 1_234;

  private final Ids ids = new Ids("soak-1");
  private final Book book = new Book(ids, 2_000);

  @BeforeEach
  void ask() {
    book.asks(NUMBER, Kind.GOOD);
  }

  @Test
  void aChargeThatToldItsWholeStoryIsFine() {
    hears(1, ChargeEventType.ACCEPTED);
    hears(2, ChargeEventType.SUCCEEDED);

    assertThat(book.complaint(NUMBER)).isEmpty();
    assertThat(book.ended()).isEqualTo(1);
    assertThat(book.isDue(NUMBER)).isTrue();
  }

  @Test
  void theSameEventTwiceChangesNothing() {
    hears(1, ChargeEventType.ACCEPTED);
    hears(2, ChargeEventType.SUCCEEDED);
    hears(2, ChargeEventType.SUCCEEDED);

    assertThat(book.complaint(NUMBER)).isEmpty();
    assertThat(book.ended()).isEqualTo(1);
  }

  @Test
  void eventsOfOtherRunsAreNotMeant() {
    book.hears(event("soak-2-1-1234", 1, ChargeEventType.FAILED, 1L).build());

    assertThat(book.ended()).isZero();
  }

  @Nested
  class Complains {
    @Test
    void whenNoEndIsTold() {
      hears(1, ChargeEventType.ACCEPTED);

      assertThat(book.complaint(NUMBER)).isEqualTo("no final event");
    }

    @Test
    void whenANumberIsMissing() {
      hears(1, ChargeEventType.ACCEPTED);
      hears(3, ChargeEventType.SUCCEEDED);

      assertThat(book.complaint(NUMBER)).contains("not 1 to 3");
    }

    @Test
    void whenTheEndIsToldUnderTwoNumbers() {
      hears(1, ChargeEventType.ACCEPTED);
      hears(2, ChargeEventType.SUCCEEDED);
      hears(3, ChargeEventType.SUCCEEDED);

      assertThat(book.complaint(NUMBER)).contains("contradict");
    }

    @Test
    void whenSomethingIsToldAfterTheEnd() {
      hears(1, ChargeEventType.ACCEPTED);
      hears(2, ChargeEventType.SUCCEEDED);
      hears(3, ChargeEventType.PROCESSING);

      assertThat(book.complaint(NUMBER)).contains("not 1 to 2");
    }

    @Test
    void whenTheAmountIsAnother() {
      book.hears(event(ids.request(NUMBER), 1, ChargeEventType.SUCCEEDED, 1L).build());

      assertThat(book.complaint(NUMBER)).isNotEmpty();
    }

    @Test
    void whenASecondIntentTurnsUp() {
      hears(1, ChargeEventType.ACCEPTED);
      hears(2, ChargeEventType.SUCCEEDED);
      book.hears(
          event(ids.request(NUMBER), 2, ChargeEventType.SUCCEEDED, Ids.amountMinor(NUMBER))
              .setPaymentIntentId("pi_2")
              .build());

      assertThat(book.complaint(NUMBER)).contains("contradict");
    }

    @Test
    void whenItEndsAsItsKindMayNot() {
      hears(1, ChargeEventType.ACCEPTED);
      hears(2, ChargeEventType.CANCELED);

      assertThat(book.complaint(NUMBER)).isEqualTo("ended as CANCELED");
    }

    @Test
    void whenTheCustomerIsAskedUnderTwoIds() {
      hears(1, ChargeEventType.ACCEPTED);
      hears(2, ChargeEventType.SUCCEEDED);
      prompt("one");
      prompt("one");
      assertThat(book.complaint(NUMBER)).isEmpty();

      prompt("two");

      assertThat(book.complaint(NUMBER)).isEqualTo("two prompts");
    }
  }

  @Test
  void stripesWordIsFoundByTheIntentOfTheCharge() {
    hears(1, ChargeEventType.ACCEPTED);
    assertThat(book.isAnnounced(NUMBER)).isFalse();

    book.hears(paid("pi_1"));

    assertThat(book.isAnnounced(NUMBER)).isTrue();
  }

  @Test
  void aChargeThatMayEndEitherWayIsDueWhenItSaysSo() {
    book.asks(NUMBER, Kind.AHEAD);
    hears(1, ChargeEventType.CANCELED);

    assertThat(book.isDue(NUMBER)).isFalse();
    assertThat(Kind.AHEAD.isDue(ChargeEventType.SUCCEEDED)).isTrue();
    assertThat(Kind.GOOD.isDue(ChargeEventType.CANCELED)).isTrue();
  }

  private void hears(long sequence, ChargeEventType type) {
    book.hears(
        event(ids.request(NUMBER), sequence, type, Ids.amountMinor(NUMBER))
            .setPaymentIntentId("pi_1")
            .build());
  }

  private static ChargeEvent.Builder event(
      String request, long sequence, ChargeEventType type, long amountMinor) {
    return ChargeEvent.newBuilder()
        .setEventId(request + "#" + sequence)
        .setRequestId(request)
        .setCustomerReference("customer")
        .setSequence(sequence)
        .setOccurredAt(NOW)
        .setAmountMinor(amountMinor)
        .setCurrency("eur")
        .setType(type);
  }

  private void prompt(String id) {
    book.hears(
        PromptEvent.newBuilder()
            .setPromptId(id)
            .setRequestId(ids.request(NUMBER))
            .setKind(PromptKind.AUTHENTICATE)
            .setChannel(PromptChannel.EMAIL)
            .setStep(0)
            .setOutcome(PromptOutcome.SENT)
            .setOccurredAt(NOW)
            .build());
  }

  private static StripeEvent paid(String intent) {
    return StripeEvent.newBuilder()
        .setEventId("evt_1")
        .setType("payment_intent.succeeded")
        .setLivemode(false)
        .setCreated(NOW)
        .setObjectId(intent)
        .setObjectType("payment_intent")
        .setPayload(ByteBuffer.allocate(0))
        .setReceivedAt(NOW)
        .setSource(StripeEventSource.WEBHOOK)
        .build();
  }
}
