package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.RULES;
import static dev.offsession.charging.domain.Examples.request;
import static dev.offsession.charging.domain.Examples.requestExpiringAfter;
import static dev.offsession.charging.domain.Examples.requestNaming;
import static dev.offsession.charging.domain.Examples.requestOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

  @Test
  void acceptsAValidRequest() {
    assertThat(RULES.check(request())).isEmpty();
  }

  @Nested
  class TheAmount {
    @ParameterizedTest
    @CsvSource({
      "0, JPY, AMOUNT_NOT_POSITIVE",
      "-1, JPY, AMOUNT_NOT_POSITIVE",
      "49, JPY, AMOUNT_TOO_SMALL",
      "49, usd, AMOUNT_TOO_SMALL",
      "29, GBP, AMOUNT_TOO_SMALL",
      "100000000, EUR, AMOUNT_TOO_LARGE",
      "1000000000000, IDR, AMOUNT_TOO_LARGE",
      "1234, KWD, AMOUNT_NOT_A_MULTIPLE",
      "50050, ISK, AMOUNT_NOT_A_MULTIPLE",
      "550, UGX, AMOUNT_NOT_A_MULTIPLE",
      "1200, XXX, CURRENCY_UNKNOWN",
      "1200, DEM, CURRENCY_UNKNOWN",
      "1200, ZZZ, CURRENCY_UNKNOWN",
      "1200, yen, CURRENCY_UNKNOWN",
      "1200, '', CURRENCY_UNKNOWN",
    })
    void isRefused(long amount, String currency, RejectionReason reason) {
      assertThat(reasonFor(requestOf(amount, currency))).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
      "50, JPY",
      "50, usd",
      "30, GBP",
      "99999999, EUR",
      "999999999999, IDR",
      "1230, KWD",
      "50000, ISK",
      "500, UGX",
      "100, MGA",
    })
    void isTaken(long amount, String currency) {
      assertThat(RULES.check(requestOf(amount, currency))).isEmpty();
    }
  }

  @Nested
  class TheCurrencyTable {
    @Test
    void differsFromTheJdkInExactlyTheCurrenciesStripeCountsItsOwnWay() {
      Set<String> known =
          Currency.getAvailableCurrencies().stream()
              .map(Currency::getCurrencyCode)
              .collect(Collectors.toSet());

      Set<String> different =
          CurrencyTable.standard().all().stream()
              .filter(rule -> known.contains(upper(rule)))
              .filter(rule ->
                  Currency.getInstance(upper(rule)).getDefaultFractionDigits() != rule.decimals())
              .map(RequestRulesTest.TheCurrencyTable::upper)
              .collect(Collectors.toSet());

      assertThat(different).containsExactlyInAnyOrder("ISK", "UGX", "MGA");
    }

    @Test
    void holdsOnlyRealCurrencies() {
      List<String> unknown =
          CurrencyTable.standard().all().stream()
              .map(RequestRulesTest.TheCurrencyTable::upper)
              .filter(code ->
                  Currency.getAvailableCurrencies().stream()
                      .noneMatch(currency -> currency.getCurrencyCode().equals(code)))
              .toList();

      assertThat(unknown).isSubsetOf("XCG");
    }

    private static String upper(CurrencyRule rule) {
      return rule.code().toUpperCase(java.util.Locale.ROOT);
    }
  }

  @Nested
  class TheStatementDescriptorSuffix {
    @ParameterizedTest
    @ValueSource(strings = {"ORDER 1", "A", "tea.co/1", "A123456789"})
    void isTaken(String suffix) {
      assertThat(RULES.check(withSuffix(suffix))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "12345678901",
          "A1234567890",
          "123",
          "A<B",
          "A>B",
          "A\\B",
          "A'B",
          "A\"B",
          "A*B",
          "お茶",
          "Café",
          ""
        })
    void isRefused(String suffix) {
      assertThat(reasonFor(withSuffix(suffix)))
          .contains(RejectionReason.STATEMENT_DESCRIPTOR_INVALID);
    }

    @Test
    void mayBeLongerBehindAShortPrefix() {
      assertThat(RequestRules.forPrefixOf(2).check(withSuffix("A12345678901234567"))).isEmpty();
    }
  }

  @Nested
  class TheMetadata {
    @Test
    void mayHaveFiftyPairs() {
      assertThat(RULES.check(withMetadata(pairs(50)))).isEmpty();
      assertThat(reasonFor(withMetadata(pairs(51)))).contains(RejectionReason.METADATA_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"a[b", "a]b", "", "offsession_x", "12345678901234567890123456789012345678901"})
    void refusesAKey(String key) {
      assertThat(reasonFor(withMetadata(pair(key, "v"))))
          .contains(RejectionReason.METADATA_INVALID);
    }

    @Test
    void refusesALongValue() {
      assertThat(RULES.check(withMetadata(pair("k", "v".repeat(500))))).isEmpty();
      assertThat(reasonFor(withMetadata(pair("k", "v".repeat(501)))))
          .contains(RejectionReason.METADATA_INVALID);
    }

    private static SortedMap<String, String> pairs(int count) {
      TreeMap<String, String> pairs = new TreeMap<>();
      for (int i = 0; i < count; i++) {
        pairs.put("key" + i, "v");
      }
      return pairs;
    }

    private static SortedMap<String, String> pair(String key, String value) {
      TreeMap<String, String> pairs = new TreeMap<>();
      pairs.put(key, value);
      return pairs;
    }
  }

  @Nested
  class Ids {
    @ParameterizedTest
    @ValueSource(strings = {"pm_1AbC", "card_1AbC", "src_1AbC", "pm_card_visa"})
    void ofMethodsAreTaken(String id) {
      assertThat(RULES.check(requestNaming(id))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tok_1", "pm_", "pm-1", "4242424242424242", "pm_1/../2"})
    void ofMethodsAreRefused(String id) {
      assertThat(reasonFor(requestNaming(id))).contains(RejectionReason.PAYMENT_METHOD_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void ofRequestsAreRefused(String id) {
      assertThat(reasonFor(with(id, "alice"))).contains(RejectionReason.REQUEST_ID_INVALID);
      assertThat(reasonFor(with("order-1", id)))
          .contains(RejectionReason.CUSTOMER_REFERENCE_INVALID);
    }

    @Test
    void mayHaveTwoHundredCharacters() {
      assertThat(RULES.check(with("x".repeat(200), "alice"))).isEmpty();
      assertThat(reasonFor(with("x".repeat(201), "alice")))
          .contains(RejectionReason.REQUEST_ID_INVALID);
    }

    private static ChargeRequest with(String id, String customer) {
      ChargeRequest r = request();
      return new ChargeRequest(
          new ChargeRequestId(id),
          new CustomerReference(customer),
          r.amountMinor(),
          r.currency(),
          r.paymentMethodId(),
          r.description(),
          r.statementDescriptorSuffix(),
          r.metadata(),
          r.expiresAt(),
          r.requestedAt());
    }
  }

  @Test
  void refusesALongDescription() {
    assertThat(reasonFor(withDescription("x".repeat(501))))
        .contains(RejectionReason.DESCRIPTION_TOO_LONG);
    assertThat(RULES.check(withDescription("x".repeat(500)))).isEmpty();
  }

  @Test
  void refusesADeadlineThatWasOverWhenItWasSet() {
    assertThat(reasonFor(requestExpiringAfter(Duration.ZERO))).contains(RejectionReason.EXPIRED);
    assertThat(RULES.check(requestExpiringAfter(Duration.ofMillis(1)))).isEmpty();
  }

  private static Optional<RejectionReason> reasonFor(ChargeRequest request) {
    return RULES.check(request).map(Rejection::reason);
  }

  private static ChargeRequest withSuffix(String suffix) {
    return new ChargeRequest(
        new ChargeRequestId("order-1"),
        Examples.ALICE,
        1200,
        "JPY",
        Optional.empty(),
        Optional.empty(),
        Optional.of(suffix),
        new TreeMap<>(),
        Optional.empty(),
        NOON);
  }

  private static ChargeRequest withMetadata(SortedMap<String, String> metadata) {
    return new ChargeRequest(
        new ChargeRequestId("order-1"),
        Examples.ALICE,
        1200,
        "JPY",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        metadata,
        Optional.empty(),
        NOON);
  }

  private static ChargeRequest withDescription(String description) {
    return new ChargeRequest(
        new ChargeRequestId("order-1"),
        Examples.ALICE,
        1200,
        "JPY",
        Optional.empty(),
        Optional.of(description),
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty(),
        NOON);
  }
}
