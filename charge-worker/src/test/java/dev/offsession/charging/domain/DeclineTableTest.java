package dev.offsession.charging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclineTableTest {
  private final DeclineTable table = DeclineTable.standard();

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
    "card_budget_spent, HARD, GENERIC_DECLINE",
    "card_decline_rate_limit_exceeded, SOFT, GENERIC_DECLINE",
    "card_declined, SOFT_LONG, GENERIC_DECLINE",
    "no_payment_method, HARD, NO_PAYMENT_METHOD",
    "payment_intent_incompatible_payment_method, HARD, GENERIC_DECLINE",
    "payment_intent_payment_attempt_expired, HARD, GENERIC_DECLINE",
    "payment_intent_payment_attempt_failed, SOFT_LONG, GENERIC_DECLINE",
    "payment_method_customer_decline, HARD, GENERIC_DECLINE",
    "payment_method_unexpected_state, HARD, GENERIC_DECLINE",
    "resource_missing, HARD, GENERIC_DECLINE",
    "a_code_of_next_year, SOFT, GENERIC_DECLINE",
  })
  void knowsWhatEachCodeMeans(String code, DeclineClass kind, CustomerMessage tell) {
    DeclineAdvice advice = table.advise(Decline.of(code));

    assertThat(advice.kind()).isEqualTo(kind);
    assertThat(advice.tell()).isEqualTo(tell);
  }

  @Test
  void isTestedRowByRow() throws NoSuchMethodException {
    CsvSource rows =
        DeclineTableTest.class
            .getDeclaredMethod(
                "knowsWhatEachCodeMeans", String.class, DeclineClass.class, CustomerMessage.class)
            .getAnnotation(CsvSource.class);
    List<String> tested =
        Stream.of(rows.value()).map(row -> row.substring(0, row.indexOf(','))).toList();

    assertThat(tested).containsAll(table.codes(DeclineKey.Kind.DECLINE));
  }

  @Nested
  class OfFraud {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "fraudulent",
          "lost_card",
          "stolen_card",
          "pickup_card",
          "merchant_blacklist",
          "restricted_card",
          "security_violation",
        })
    void tellsTheCustomerNothingWhateverElseIsKnown(String code) {
      assertThat(table.advise(Decline.of(code)).tell()).isEqualTo(CustomerMessage.GENERIC_DECLINE);
      assertThat(table.advise(advised(code, "confirm_card_data", null, null)).tell())
          .isEqualTo(CustomerMessage.GENERIC_DECLINE);
    }

    @Test
    void letsNobodyTellMore() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> table.with(DeclineKey.decline("stolen_card"), "hard,card_details"))
          .withMessageStartingWith("must tell generic_decline");
    }
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
      assertThat(table.advise(advised(code, advice, null, null)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"04, HARD", "57, HARD", "R0, STOP", "R3, STOP", "51, SOFT"})
    void theNetworkCanOnlyMakeItHarder(String networkCode, DeclineClass kind) {
      assertThat(table.advise(advised("insufficient_funds", null, networkCode, null)).kind())
          .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"03, HARD", "21, STOP", "02, SOFT"})
    void mastercardsAdviceCounts(String networkAdvice, DeclineClass kind) {
      assertThat(table.advise(advised("insufficient_funds", null, null, networkAdvice)).kind())
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

      assertThat(table.advise(blocked).kind()).isEqualTo(DeclineClass.HARD);
    }
  }

  @Nested
  class TheOperatorsWay {
    @Test
    void changesOneRow() {
      DeclineTable changed =
          table.with(DeclineKey.decline("do_not_honor"), "soft, insufficient_funds, 3");

      assertThat(changed.advise(Decline.of("do_not_honor")))
          .isEqualTo(new DeclineAdvice(DeclineClass.SOFT, CustomerMessage.INSUFFICIENT_FUNDS, 3));
      assertThat(changed.advise(Decline.of("call_issuer")))
          .isEqualTo(table.advise(Decline.of("call_issuer")));
    }

    @Test
    void keepsWhatIsLeftOut() {
      assertThat(overridden("expired_card", "soft"))
          .isEqualTo(new DeclineAdvice(DeclineClass.SOFT, CustomerMessage.CARD_DETAILS, 1));
      assertThat(overridden("insufficient_funds", "soft-long"))
          .isEqualTo(
              new DeclineAdvice(DeclineClass.SOFT_LONG, CustomerMessage.INSUFFICIENT_FUNDS, 3));
      assertThat(overridden("insufficient_funds", "hard"))
          .isEqualTo(new DeclineAdvice(DeclineClass.HARD, CustomerMessage.INSUFFICIENT_FUNDS, 0));
    }

    @Test
    void knowsACodeOfNextYear() {
      assertThat(overridden("a_code_of_next_year", "stop"))
          .isEqualTo(new DeclineAdvice(DeclineClass.STOP, CustomerMessage.GENERIC_DECLINE, 0));
    }

    @Test
    void changesAdviceAndNetworkCodesToo() {
      DeclineTable changed =
          table
              .with(new DeclineKey(DeclineKey.Kind.ADVICE, "do_not_try_again"), "stop,-")
              .with(new DeclineKey(DeclineKey.Kind.NETWORK, "51"), "hard")
              .with(new DeclineKey(DeclineKey.Kind.NETWORK_ADVICE, "02"), "stop");

      assertThat(changed.advise(advised("expired_card", "do_not_try_again", null, null)))
          .isEqualTo(new DeclineAdvice(DeclineClass.STOP, CustomerMessage.CARD_DETAILS, 0));
      assertThat(changed.advise(advised("insufficient_funds", null, "51", null)).kind())
          .isEqualTo(DeclineClass.HARD);
      assertThat(changed.advise(advised("insufficient_funds", null, "51", "02")).kind())
          .isEqualTo(DeclineClass.STOP);
    }

    @Test
    void leavesTheDemandForTheCustomerAlone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> overridden("authentication_required", "soft"))
          .withMessageStartingWith("must stay auth");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "harsh",
          "soft,whatever",
          "soft,temporary,often",
          "soft,temporary,-1",
          "soft,temporary,21",
          "soft,temporary,1,x"
        })
    void saysWhatItMustBe(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> overridden("do_not_honor", text))
          .withMessageStartingWith("must be CLASS[,TEXT[,RETRIES]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a code", "a.code"})
    void wantsACodeThatCanBeOne(String code) {
      assertThatIllegalArgumentException().isThrownBy(() -> DeclineKey.decline(code));
    }

    private DeclineAdvice overridden(String code, String text) {
      return table.with(DeclineKey.decline(code), text).advise(Decline.of(code));
    }
  }

  @Test
  void takesNonsenseForAnUnknownCode() {
    assertThat(table.advise(advised("not a code!", "nor this", "", "?")))
        .isEqualTo(new DeclineAdvice(DeclineClass.SOFT, CustomerMessage.GENERIC_DECLINE, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decline,x,hard,generic_decline",
        "decline,x,harsh,generic_decline,0",
        "decline,x,hard,whatever,0",
        "decline,x,hard,generic_decline,often",
        "rumour,x,hard,generic_decline,0",
        "decline,a code,hard,generic_decline,0",
        "decline,x,hard,generic_decline,21",
      })
  void refusesABadTable(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(line + "\n"))
        .withMessageContaining(line);
  }

  @Test
  void refusesARowTwiceAndATableWithoutTheDemandForTheCustomer() {
    String row = "decline,x,hard,generic_decline,0\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(row + row))
        .withMessageContaining("twice");
    assertThatIllegalArgumentException().isThrownBy(() -> read(row)).withMessage("no decline rows");
  }

  private static DeclineTable read(String text) throws IOException {
    return DeclineTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
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
