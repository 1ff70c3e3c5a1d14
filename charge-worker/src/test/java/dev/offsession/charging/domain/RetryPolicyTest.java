package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final Instant FAR = NOON.plus(Duration.ofDays(365));
  private final RetryPolicy policy = RetryPolicy.standard();

  /** The table of docs.stripe.com/declines/codes, code by code. */
  @ParameterizedTest
  @CsvSource({
    "authentication_required, AUTH, AUTHENTICATION",
    "approve_with_id, SOFT, TEMPORARY",
    "call_issuer, SOFT_LONG, GENERIC_DECLINE",
    "card_not_supported, HARD, GENERIC_DECLINE",
    "card_velocity_exceeded, SOFT, INSUFFICIENT_FUNDS",
    "currency_not_supported, HARD, GENERIC_DECLINE",
    "do_not_honor, SOFT_LONG, GENERIC_DECLINE",
    "do_not_try_again, HARD, GENERIC_DECLINE",
    "duplicate_transaction, STOP, TEMPORARY",
    "expired_card, HARD, CARD_DETAILS",
    "fraudulent, HARD, GENERIC_DECLINE",
    "generic_decline, SOFT_LONG, GENERIC_DECLINE",
    "incorrect_address, HARD, CARD_DETAILS",
    "incorrect_zip, HARD, CARD_DETAILS",
    "incorrect_cvc, HARD, CARD_DETAILS",
    "invalid_cvc, HARD, CARD_DETAILS",
    "incorrect_number, HARD, CARD_DETAILS",
    "invalid_number, HARD, CARD_DETAILS",
    "incorrect_pin, HARD, GENERIC_DECLINE",
    "invalid_pin, HARD, GENERIC_DECLINE",
    "pin_try_exceeded, HARD, GENERIC_DECLINE",
    "offline_pin_required, HARD, GENERIC_DECLINE",
    "online_or_offline_pin_required, HARD, GENERIC_DECLINE",
    "insufficient_funds, SOFT, INSUFFICIENT_FUNDS",
    "invalid_account, HARD, GENERIC_DECLINE",
    "invalid_amount, STOP, GENERIC_DECLINE",
    "invalid_expiry_month, HARD, CARD_DETAILS",
    "invalid_expiry_year, HARD, CARD_DETAILS",
    "issuer_not_available, SOFT_SHORT, TEMPORARY",
    "lost_card, HARD, GENERIC_DECLINE",
    "merchant_blacklist, HARD, GENERIC_DECLINE",
    "new_account_information_available, HARD, CARD_DETAILS",
    "no_action_taken, SOFT_LONG, GENERIC_DECLINE",
    "not_permitted, HARD, GENERIC_DECLINE",
    "pickup_card, HARD, GENERIC_DECLINE",
    "processing_error, SOFT_SHORT, TEMPORARY",
    "reenter_transaction, SOFT_SHORT, TEMPORARY",
    "restricted_card, HARD, GENERIC_DECLINE",
    "revocation_of_all_authorizations, STOP, GENERIC_DECLINE",
    "revocation_of_authorization, STOP, GENERIC_DECLINE",
    "security_violation, HARD, GENERIC_DECLINE",
    "service_not_allowed, HARD, GENERIC_DECLINE",
    "stolen_card, HARD, GENERIC_DECLINE",
    "stop_payment_order, STOP, GENERIC_DECLINE",
    "testmode_decline, HARD, GENERIC_DECLINE",
    "transaction_not_allowed, HARD, GENERIC_DECLINE",
    "try_again_later, SOFT, TEMPORARY",
    "withdrawal_count_limit_exceeded, SOFT, INSUFFICIENT_FUNDS",
    "payment_intent_authentication_failure, HARD, GENERIC_DECLINE",
    "a_code_of_next_year, SOFT, GENERIC_DECLINE",
  })
  void knowsWhatEachCodeMeans(String code, DeclineClass kind, CustomerMessage tell) {
    DeclineAdvice advice = policy.declines().advise(Decline.of(code));

    assertThat(advice.kind()).isEqualTo(kind);
    assertThat(advice.tell()).isEqualTo(tell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fraudulent", "lost_card", "stolen_card", "merchant_blacklist"})
  void neverTellsTheCustomerOfFraud(String code) {
    assertThat(after(Decline.of(code), 1).tell()).isEqualTo(CustomerMessage.GENERIC_DECLINE);
  }

  @Nested
  class ByAuthority {
    @ParameterizedTest
    @CsvSource({
      "insufficient_funds, do_not_try_again, HARD",
      "insufficient_funds, confirm_card_data, HARD",
      "stolen_card, try_again_later, SOFT",
      "processing_error, try_again_later, SOFT_SHORT",
      "stop_payment_order, try_again_later, STOP",
      "authentication_required, do_not_try_again, AUTH",
      "insufficient_funds, advice_of_next_year, SOFT",
    })
    void stripesAdviceComesBeforeTheCode(String code, String advice, DeclineClass kind) {
      assertThat(policy.declines().advise(advised(code, advice, null, null)).kind())
          .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"04, HARD", "57, HARD", "R0, STOP", "R3, STOP", "51, SOFT"})
    void theNetworkCanOnlyMakeItHarder(String networkCode, DeclineClass kind) {
      assertThat(
              policy
                  .declines()
                  .advise(advised("insufficient_funds", null, networkCode, null))
                  .kind())
          .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"03, HARD", "21, STOP", "02, SOFT"})
    void mastercardsAdviceCounts(String networkAdvice, DeclineClass kind) {
      assertThat(
              policy
                  .declines()
                  .advise(advised("insufficient_funds", null, null, networkAdvice))
                  .kind())
          .isEqualTo(kind);
    }

    @Test
    void whatRadarBlockedIsNotTriedAgain() {
      Decline blocked =
          new Decline(
              "generic_decline",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              true);

      assertThat(policy.declines().advise(blocked).kind()).isEqualTo(DeclineClass.HARD);
    }
  }

  @Nested
  class WhenItTriesAgain {
    @Test
    void waitsLongerEachTime() {
      assertThat(retryAt("insufficient_funds", 1)).contains(NOON.plus(Duration.ofDays(1)));
      assertThat(retryAt("insufficient_funds", 2)).contains(NOON.plus(Duration.ofDays(3)));
      assertThat(retryAt("insufficient_funds", 3)).contains(NOON.plus(Duration.ofDays(5)));
      assertThat(retryAt("insufficient_funds", 4)).isEmpty();
    }

    @Test
    void waitsMinutesForAShortTrouble() {
      assertThat(retryAt("processing_error", 1)).contains(NOON.plus(Duration.ofMinutes(15)));
      assertThat(retryAt("processing_error", 2)).contains(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void triesAnUnknownCodeOnce() {
      assertThat(retryAt("a_code_of_next_year", 1)).isPresent();
      assertThat(retryAt("a_code_of_next_year", 2)).isEmpty();
    }

    @Test
    void neverTriesAfterTheWindow() {
      Attempts old = new Attempts(2, 2, Optional.of(NOON.minus(Duration.ofDays(12))));

      assertThat(policy.after(Decline.of("insufficient_funds"), old, NOON, FAR))
          .isInstanceOf(NextStep.AskForCard.class);
    }

    @Test
    void neverTriesAfterTheDeadline() {
      Instant deadline = NOON.plus(Duration.ofHours(23));

      assertThat(policy.after(Decline.of("insufficient_funds"), attempts(1), NOON, deadline))
          .isInstanceOf(NextStep.AskForCard.class);
    }

    @Test
    void countsDaysAsTheSettingSays() {
      RetryPolicy fast = new RetryPolicy(DeclineTable.standard(), 4, 14, Duration.ofSeconds(2));

      assertThat(fast.after(Decline.of("insufficient_funds"), attempts(1), NOON, FAR))
          .isEqualTo(
              new NextStep.TryAgain(CustomerMessage.INSUFFICIENT_FUNDS, NOON.plusSeconds(2)));
    }

    private Optional<Instant> retryAt(String code, int declines) {
      return after(Decline.of(code), declines) instanceof NextStep.TryAgain again
          ? Optional.of(again.at())
          : Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decline,x,hard,generic_decline",
        "decline,x,harsh,generic_decline,0",
        "decline,x,hard,whatever,0",
        "decline,x,hard,generic_decline,often",
        "rumour,x,hard,generic_decline,0",
      })
  void refusesABadTable(String line) {
    byte[] table = (line + "\n").getBytes(StandardCharsets.UTF_8);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeclineTable.read(new ByteArrayInputStream(table)))
        .withMessageContaining(line);
  }

  private NextStep after(Decline decline, int declines) {
    return policy.after(decline, attempts(declines), NOON, FAR);
  }

  private static Attempts attempts(int declines) {
    return new Attempts(declines, declines, Optional.of(NOON));
  }

  private static Decline advised(
      String code,
      @org.jspecify.annotations.Nullable String advice,
      @org.jspecify.annotations.Nullable String network,
      @org.jspecify.annotations.Nullable String networkAdvice) {
    return new Decline(
        code,
        Optional.ofNullable(advice),
        Optional.ofNullable(network),
        Optional.ofNullable(networkAdvice),
        Optional.empty(),
        false);
  }
}
