package dev.offsession.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  private final Observations seen = new Observations();

  @Test
  void tellsTheCourseOfAScene() {
    seen.saw(event(ChargeEventType.AUTHENTICATION_REQUIRED, "pi_1"));
    seen.saw(event(ChargeEventType.SUCCEEDED, "pi_1"));

    assertThat(seen.actual()).isEqualTo("AUTHENTICATION_REQUIRED > SUCCEEDED");
    assertThat(seen.paymentIntents()).containsExactly("pi_1");
    assertThat(seen.verdict("AUTHENTICATION_REQUIRED > SUCCEEDED")).isNull();
  }

  @Test
  void noticesAnotherPayment() {
    var asked = event(ChargeEventType.AUTHENTICATION_REQUIRED, "pi_1");
    var paid = event(ChargeEventType.SUCCEEDED, "pi_2");
    seen.saw("SUCCEEDED");

    seen.checkSamePayment(asked, paid);

    assertThat(seen.verdict("SUCCEEDED")).contains("pi_1", "pi_2");
  }

  @Test
  void noticesThatThereIsNoPaymentAtAll() {
    seen.checkSamePayment(
        event(ChargeEventType.AUTHENTICATION_REQUIRED, null),
        event(ChargeEventType.SUCCEEDED, null));

    assertThat(seen.complaints()).isNotEmpty();
  }

  private static ChargeEvent event(ChargeEventType type, @Nullable String intent) {
    return ChargeEvent.newBuilder()
        .setEventId("ord_1#1")
        .setRequestId("ord_1")
        .setCustomerReference("cust_1")
        .setPaymentIntentId(intent)
        .setSequence(1)
        .setOccurredAt(Instant.EPOCH)
        .setAmountMinor(1200)
        .setCurrency("jpy")
        .setType(type)
        .build();
  }
}
