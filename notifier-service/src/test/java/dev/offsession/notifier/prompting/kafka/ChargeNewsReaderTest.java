package dev.offsession.notifier.prompting.kafka;

import static dev.offsession.notifier.prompting.kafka.ChargeEvents.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNotNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.Ended;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.Decline;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeNewsReaderTest {
  private static final Instant DEADLINE = Instant.parse("2026-11-30T09:00:00Z");

  @Test
  void readsThatTheBankWantsTheCustomer() {
    var event = anEvent("ord_17", 3, ChargeEventType.AUTHENTICATION_REQUIRED);

    assertThat(ChargeNewsReader.read(event.setExpiresAt(DEADLINE).build()))
        .contains(
            new CustomerNeeded(
                new RequestId("ord_17"),
                3,
                PromptKind.AUTHENTICATE,
                new ChargeFacts(
                    "cust_42",
                    "pi_1",
                    new Money(1200, "jpy"),
                    "Subscription for December",
                    new ChargeFacts.Card("pm_saved", "visa", "3184"),
                    null,
                    Instant.parse("2026-11-23T12:00:00Z"),
                    DEADLINE)));
  }

  @Test
  void readsWhyAnotherCardIsNeeded() {
    var event =
        anEvent("ord_17", 3, ChargeEventType.PAYMENT_METHOD_REQUIRED)
            .setDecline(
                Decline.newBuilder()
                    .setCode("expired_card")
                    .setCustomerMessageKey("card_details")
                    .build())
            .build();

    assertThat(ChargeNewsReader.read(event))
        .get()
        .isInstanceOfSatisfying(
            CustomerNeeded.class,
            needed -> {
              assertThat(needed.kind()).isEqualTo(PromptKind.NEW_PAYMENT_METHOD);
              assertThat(needed.facts().customerMessageKey()).isEqualTo("card_details");
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"PROCESSING", "RETRY_SCHEDULED", "CANCELED"})
  void readsThatTheCustomerIsNotNeeded(ChargeEventType type) {
    assertThat(ChargeNewsReader.read(anEvent("ord_17", 4, type).build()))
        .contains(
            new CustomerNotNeeded(
                new RequestId("ord_17"), 4, "charge_" + type.name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, RECEIPT,        charge_succeeded",
    "FAILED,    PAYMENT_FAILED, charge_failed",
    "EXPIRED,   PAYMENT_FAILED, charge_expired",
  })
  void readsHowItEnded(ChargeEventType type, PromptKind notice, String reason) {
    assertThat(ChargeNewsReader.read(anEvent("ord_17", 4, type).build()))
        .get()
        .isInstanceOfSatisfying(
            Ended.class,
            ended -> {
              assertThat(ended.notice()).isEqualTo(notice);
              assertThat(ended.reason()).isEqualTo(reason);
              assertThat(ended.facts().amount()).isEqualTo(new Money(1200, "jpy"));
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "REJECTED", "CONFLICTING_DUPLICATE", "UNKNOWN"})
  void hasNothingToSayAboutTheRest(ChargeEventType type) {
    assertThat(ChargeNewsReader.read(anEvent("ord_17", 0, type).build())).isEmpty();
  }

  @Test
  void doesNotLetAnEventThatMakesNoSenseBlockTheOthers() {
    var event = anEvent("ord_17", 3, ChargeEventType.AUTHENTICATION_REQUIRED);

    assertThat(ChargeNewsReader.read(event.setCurrency("yen!").build())).isEmpty();
    assertThat(ChargeNewsReader.read(null)).isEmpty();
  }
}
