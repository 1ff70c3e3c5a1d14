package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceClassifierTest {

  @ParameterizedTest
  @CsvSource({
    "requires_payment_method, Unpaid",
    "requires_confirmation, Unpaid",
    "requires_action, CustomerActing",
    "processing, Processing",
    "succeeded, Paid",
    "canceled, Canceled",
    "requires_capture, Alien",
    "a_status_of_next_year, Alien",
  })
  void readsEachStatus(String status, String verdict) {
    assertThat(verdictOf(intent(status, 1200, "jpy", 1200, Optional.empty())))
        .extracting(v -> v.getClass().getSimpleName())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "authentication_required, authentication_required, authentication_required",
    "card_declined, authentication_required, authentication_required",
    "authentication_required, , authentication_required",
    "card_declined, insufficient_funds, insufficient_funds",
    "expired_card, , expired_card",
  })
  void findsTheCodeInEitherField(String code, String declineCode, String expected) {
    Verdict verdict =
        verdictOf(
            intent(
                "requires_payment_method",
                1200,
                "jpy",
                0,
                Optional.of(error(code, Optional.ofNullable(declineCode)))));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class, v -> assertThat(v.decline().code()).isEqualTo(expected));
  }

  @Test
  void neverTrustsAnotherAmountOrCurrency() {
    assertThat(verdictOf(intent("succeeded", 1201, "jpy", 1201, Optional.empty())))
        .isEqualTo(new Verdict.Alien("amount"));
    assertThat(verdictOf(intent("succeeded", 1200, "usd", 1200, Optional.empty())))
        .isEqualTo(new Verdict.Alien("currency"));
    assertThat(verdictOf(intent("succeeded", 1200, "jpy", 600, Optional.empty())))
        .isEqualTo(new Verdict.Alien("amount received"));
  }

  @Test
  void tellsTwoRefusalsApartByTheirCharge() {
    Decline first = Examples.decline("insufficient_funds", "ch_1");

    assertThat(first.isSameRefusalAs(Examples.decline("insufficient_funds", "ch_1"))).isTrue();
    assertThat(first.isSameRefusalAs(Examples.decline("insufficient_funds", "ch_2"))).isFalse();
    assertThat(first.isSameRefusalAs(Examples.decline("expired_card", "ch_1"))).isFalse();
  }

  private static Verdict verdictOf(IntentSnapshot intent) {
    return EvidenceClassifier.classify(intent, request(), Evidence.Source.LOOK, 1).verdict();
  }

  private static PaymentError error(String code, Optional<String> declineCode) {
    return new PaymentError(
        Optional.of(code),
        declineCode,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static IntentSnapshot intent(
      String status, long amount, String currency, long received, Optional<PaymentError> error) {
    return new IntentSnapshot(
        Examples.PI,
        status,
        amount,
        currency,
        Optional.of(Examples.CUS),
        Optional.of(request().id()),
        received,
        Optional.empty(),
        error,
        Optional.empty(),
        Optional.empty(),
        NOON);
  }
}
