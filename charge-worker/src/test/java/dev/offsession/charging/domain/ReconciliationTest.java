package dev.offsession.charging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.offsession.charging.domain.Reconciliation.Difference;
import dev.offsession.charging.domain.Reconciliation.Kind;
import dev.offsession.charging.domain.Reconciliation.Total;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  @Test
  void balancesNothing() {
    assertThat(Reconciliation.of(List.of(), List.of()))
        .isEqualTo(new Reconciliation(Map.of(), Map.of(), List.of()));
  }

  @Test
  void balancesWhatIsTheSameAndAddsItUpByCurrency() {
    Reconciliation report =
        Reconciliation.of(
            List.of(paid("1", 1200, "jpy"), paid("2", 800, "jpy"), paid("3", 999, "usd")),
            List.of(stored("2", 800, "jpy"), stored("3", 999, "usd"), stored("1", 1200, "jpy")));

    Map<String, Total> totals = Map.of("jpy", new Total(2, 2000), "usd", new Total(1, 999));
    assertThat(report.isBalanced()).isTrue();
    assertThat(report.stripe()).isEqualTo(totals);
    assertThat(report.store()).isEqualTo(totals);
  }

  @Test
  void leavesUnpaidChargesAlone() {
    Reconciliation report = Reconciliation.of(List.of(), List.of(unpaid("1")));

    assertThat(report.isBalanced()).isTrue();
    assertThat(report.store()).isEmpty();
  }

  @Nested
  class Finds {
    @Test
    void whatWasPaidAndIsNotInTheStore() {
      Reconciliation report = Reconciliation.of(List.of(paid("1", 1200, "jpy")), List.of());

      assertThat(report.differences())
          .containsExactly(
              new Difference(
                  Kind.PAID_NOT_IN_STORE, Optional.of(paid("1", 1200, "jpy")), Optional.empty()));
      assertThat(report.isBalanced()).isFalse();
      assertThat(report.stripe()).isEqualTo(Map.of("jpy", new Total(1, 1200)));
      assertThat(report.store()).isEmpty();
    }

    @Test
    void whatWasPaidAndTheStoreThinksIsNot() {
      Reconciliation report =
          Reconciliation.of(List.of(paid("1", 1200, "jpy")), List.of(unpaid("1")));

      assertThat(report.differences())
          .containsExactly(
              new Difference(
                  Kind.PAID_NOT_IN_STORE,
                  Optional.of(paid("1", 1200, "jpy")),
                  Optional.of(unpaid("1"))));
    }

    @Test
    void whatTheStoreThinksIsPaidAndIsNot() {
      Reconciliation report = Reconciliation.of(List.of(), List.of(stored("1", 1200, "jpy")));

      assertThat(report.differences())
          .containsExactly(
              new Difference(
                  Kind.IN_STORE_NOT_PAID, Optional.empty(), Optional.of(stored("1", 1200, "jpy"))));
      assertThat(report.store()).isEqualTo(Map.of("jpy", new Total(1, 1200)));
    }

    @Test
    void anotherAmount() {
      Reconciliation report =
          Reconciliation.of(List.of(paid("1", 1200, "jpy")), List.of(stored("1", 1300, "jpy")));

      assertThat(report.differences())
          .extracting(Difference::kind)
          .containsExactly(Kind.AMOUNT_DIFFERS);
    }

    @Test
    void anotherCurrency() {
      Reconciliation report =
          Reconciliation.of(List.of(paid("1", 1200, "jpy")), List.of(stored("1", 1200, "usd")));

      assertThat(report.differences())
          .extracting(Difference::kind)
          .containsExactly(Kind.AMOUNT_DIFFERS);
    }

    @Test
    void aSecondPaymentForOneRequest() {
      PaidIntent second =
          new PaidIntent(
              new PaymentIntentId("pi_second"), new ChargeRequestId("order-1"), 1200, "jpy");

      Reconciliation report =
          Reconciliation.of(
              List.of(paid("1", 1200, "jpy"), second), List.of(stored("1", 1200, "jpy")));

      assertThat(report.differences())
          .containsExactly(
              new Difference(
                  Kind.PAID_NOT_IN_STORE,
                  Optional.of(second),
                  Optional.of(stored("1", 1200, "jpy"))));
      assertThat(report.count(Kind.PAID_NOT_IN_STORE)).isEqualTo(1);
      assertThat(report.count(Kind.IN_STORE_NOT_PAID)).isZero();
      assertThat(report.stripe()).isEqualTo(Map.of("jpy", new Total(2, 2400)));
    }

    @Test
    void aChargeThatIsPaidWithoutAnIntent() {
      StoredCharge broken =
          new StoredCharge(
              new ChargeRequestId("order-1"), Optional.empty(), StateName.SUCCEEDED, 1200, "jpy");

      assertThat(Reconciliation.of(List.of(), List.of(broken)).count(Kind.IN_STORE_NOT_PAID))
          .isEqualTo(1);
    }
  }

  @Test
  void refusesASumThatDoesNotFit() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() ->
            Reconciliation.of(
                List.of(paid("1", Long.MAX_VALUE, "jpy"), paid("2", 1, "jpy")), List.of()));
  }

  private static PaidIntent paid(String number, long amount, String currency) {
    return new PaidIntent(
        new PaymentIntentId("pi_" + number),
        new ChargeRequestId("order-" + number),
        amount,
        currency);
  }

  private static StoredCharge stored(String number, long amount, String currency) {
    return new StoredCharge(
        new ChargeRequestId("order-" + number),
        Optional.of(new PaymentIntentId("pi_" + number)),
        StateName.SUCCEEDED,
        amount,
        currency);
  }

  private static StoredCharge unpaid(String number) {
    return new StoredCharge(
        new ChargeRequestId("order-" + number),
        Optional.of(new PaymentIntentId("pi_" + number)),
        StateName.AUTHENTICATION_REQUIRED,
        0,
        "jpy");
  }
}
