package dev.offsession.charging.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentError;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.charging.domain.StripeCustomerId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Field by field, in the shapes of docs.stripe.com/api/payment_intents/object. */
class StripeIntentReaderTest {
  private final StripeIntentReader reader = new StripeIntentReader();

  @Test
  void readsAPaidIntentWithIdsAlone() {
    IntentSnapshot intent =
        read(
            """
            "status":"succeeded","amount":1999,"amount_received":1999,"customer":"cus_1",
            "latest_charge":"ch_1","payment_method":"pm_1","last_payment_error":null,
            "cancellation_reason":null,"metadata":{"offsession_request_id":"req-1","n":"x"}\
            """);

    assertThat(intent)
        .isEqualTo(
            new IntentSnapshot(
                new PaymentIntentId("pi_1"),
                "succeeded",
                1999,
                "eur",
                Optional.of(new StripeCustomerId("cus_1")),
                Optional.of(new ChargeRequestId("req-1")),
                1999,
                Optional.of(new StripeChargeId("ch_1")),
                Optional.empty(),
                Optional.of(Card.of(new PaymentMethodId("pm_1"))),
                Optional.empty(),
                Instant.ofEpochSecond(1_700_000_000)));
  }

  @Test
  void readsARefusalWithEveryCodeAndTheRefusedCard() {
    IntentSnapshot intent =
        read(
            """
            "status":"requires_payment_method","amount":5,"latest_charge":"ch_2",
            "last_payment_error":{"code":"card_declined","decline_code":"do_not_honor",
            "advice_code":"try_again_later","network_decline_code":"05","network_advice_code":"02",
            "charge":"ch_2","payment_method":{"id":"pm_2","card":{"brand":"visa","last4":"0341"}}}\
            """);

    assertThat(intent.lastError())
        .contains(
            new PaymentError(
                Optional.of("card_declined"),
                Optional.of("do_not_honor"),
                Optional.of("try_again_later"),
                Optional.of("05"),
                Optional.of("02"),
                Optional.of(new StripeChargeId("ch_2")),
                false));
    assertThat(intent.card())
        .contains(new Card(new PaymentMethodId("pm_2"), Optional.of("visa"), Optional.of("0341")));
    assertThat(intent.receivedMinor()).isZero();
    assertThat(intent.requestId()).isEmpty();
  }

  /** Stripe clears the last error when the intent is updated. */
  @Test
  void readsARefusalOutOfTheFailedChargeWhenTheIntentTellsNone() {
    IntentSnapshot intent =
        read(
            """
            "status":"requires_payment_method","amount":5,"customer":{"id":"cus_9"},
            "latest_charge":{"id":"ch_3","status":"failed","failure_code":"card_declined",
            "payment_method":"pm_3","payment_method_details":{"card":{"brand":"visa","last4":"4242"}},
            "outcome":{"type":"blocked","reason":"highest_risk_level","advice_code":"do_not_try_again",
            "network_decline_code":"59","network_advice_code":"03"}}\
            """);

    assertThat(intent.latestCharge()).contains(new StripeChargeId("ch_3"));
    assertThat(intent.customer()).contains(new StripeCustomerId("cus_9"));
    assertThat(intent.lastError())
        .contains(
            new PaymentError(
                Optional.of("card_declined"),
                Optional.of("highest_risk_level"),
                Optional.of("do_not_try_again"),
                Optional.of("59"),
                Optional.of("03"),
                Optional.of(new StripeChargeId("ch_3")),
                true));
    assertThat(intent.card())
        .contains(new Card(new PaymentMethodId("pm_3"), Optional.of("visa"), Optional.of("4242")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"data\":{\"object\":{\"object\":\"charge\",\"id\":\"ch_1\"}}}",
        "{\"data\":{\"object\":{\"object\":\"payment_intent\"}}}",
        "{\"data\":{\"object\":{\"object\":\"payment_intent\",\"id\":\"\",\"status\":\"x\",\"currency\":\"eur\"}}}",
        "{\"data\":{\"object\":{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"status\":\"x\",\"currency\":\"eur\",\"amount\":\"many\"}}}"
      })
  void findsNothingInWhatIsNoIntent(String body) {
    assertThat(reader.fromEvent(body.getBytes(UTF_8))).isEmpty();
  }

  private IntentSnapshot read(String fields) {
    return reader
        .fromEvent(
            """
            {"id":"evt_1","object":"event","data":{"object":{"id":"pi_1","object":"payment_intent",
            "currency":"eur","created":1700000000,%s}}}
            """
                .formatted(fields)
                .getBytes(UTF_8))
        .orElseThrow();
  }
}
