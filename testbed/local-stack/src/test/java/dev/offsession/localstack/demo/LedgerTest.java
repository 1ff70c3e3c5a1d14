package dev.offsession.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {
  @Test
  void seesARequestThatWasPaidOnce() {
    var ledger = ledger(charge("ord_1", 1200, "jpy", "succeeded"), "\"ord_1\":1");

    assertThat(ledger.paidOnce("ord_1", 1200, "jpy")).isTrue();
  }

  @Test
  void overlooksRefusedAttempts() {
    var charges =
        charge("ord_1", 1200, "jpy", "failed") + "," + charge("ord_1", 1200, "jpy", "succeeded");

    assertThat(ledger(charges, "\"ord_1\":1").paidOnce("ord_1", 1200, "jpy")).isTrue();
  }

  @Test
  void seesADoubleCharge() {
    var twice =
        charge("ord_1", 1200, "jpy", "succeeded") + "," + charge("ord_1", 1200, "jpy", "succeeded");

    assertThat(ledger(twice, "\"ord_1\":2").paidOnce("ord_1", 1200, "jpy")).isFalse();
  }

  @Test
  void seesAWrongAmountAndAWrongCurrency() {
    var ledger = ledger(charge("ord_1", 120, "jpy", "succeeded"), "\"ord_1\":1");

    assertThat(ledger.paidOnce("ord_1", 1200, "jpy")).isFalse();
    assertThat(ledger.paidOnce("ord_1", 120, "krw")).isFalse();
  }

  @Test
  void seesThatNothingWasPaid() {
    assertThat(ledger("", "").paidOnce("ord_1", 1200, "jpy")).isFalse();
  }

  @Test
  void countsWhatAllRequestsOfARunWerePaid() {
    var ledger = ledger("", "\"run1-order-1\":1,\"run1-order-2\":2,\"run2-order-1\":1");

    assertThat(ledger.succeededOf("run1-order-")).isEqualTo(3);
  }

  private static String charge(String request, long amount, String currency, String status) {
    return """
    {"status":"%s","amount_captured":%d,"currency":"%s","metadata":{"offsession_request_id":"%s"}}
    """
        .formatted(status, amount, currency, request);
  }

  private static Ledger ledger(String charges, String perRequest) {
    return new Ledger(
        JsonMapper.shared()
            .readTree(
                "{\"charges\":[%s],\"succeeded_per_request\":{%s}}"
                    .formatted(charges, perRequest)));
  }
}
