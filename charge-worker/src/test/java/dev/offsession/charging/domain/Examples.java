package dev.offsession.charging.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Values that tests speak with; each keeps the one relevant fact in view. */
final class Examples {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final Policy POLICY = Policy.standard();
  static final RequestRules RULES = RequestRules.forPrefixOf(10);
  static final CustomerReference ALICE = new CustomerReference("alice");
  static final StripeCustomerId CUS = new StripeCustomerId("cus_alice");
  static final Card VISA = card("pm_visa");
  static final Card AMEX = card("pm_amex");
  static final PaymentIntentId PI = new PaymentIntentId("pi_1");

  private Examples() {}

  static Card card(String id) {
    return new Card(new PaymentMethodId(id), Optional.of("visa"), Optional.of("4242"));
  }

  /** A request for 1,200 JPY on Alice's default method. */
  static ChargeRequest request() {
    return new ChargeRequest(
        new ChargeRequestId("order-1"),
        ALICE,
        1200,
        "JPY",
        Optional.empty(),
        Optional.of("Tea"),
        Optional.empty(),
        new TreeMap<>(Map.of("order", "1")),
        Optional.empty(),
        NOON);
  }

  static ChargeRequest requestOf(long amount, String currency) {
    ChargeRequest r = request();
    return new ChargeRequest(
        r.id(),
        r.customer(),
        amount,
        currency,
        r.paymentMethodId(),
        r.description(),
        r.statementDescriptorSuffix(),
        r.metadata(),
        r.expiresAt(),
        r.requestedAt());
  }

  static ChargeRequest requestNaming(String method) {
    ChargeRequest r = request();
    return new ChargeRequest(
        r.id(),
        r.customer(),
        r.amountMinor(),
        r.currency(),
        Optional.of(method),
        r.description(),
        r.statementDescriptorSuffix(),
        r.metadata(),
        r.expiresAt(),
        r.requestedAt());
  }

  static ChargeRequest requestExpiringAfter(Duration time) {
    ChargeRequest r = request();
    return new ChargeRequest(
        r.id(),
        r.customer(),
        r.amountMinor(),
        r.currency(),
        r.paymentMethodId(),
        r.description(),
        r.statementDescriptorSuffix(),
        r.metadata(),
        Optional.of(NOON.plus(time)),
        r.requestedAt());
  }

  /** Alice with these saved cards, the first one her default. */
  static Customer alice(Card... cards) {
    List<Card> methods = List.of(cards);
    return new Customer(
        ALICE, CUS, methods.stream().map(Card::id).findFirst(), methods, methods.size());
  }

  /** Alice, whose Visa was refused so often at this time, in as many charges. */
  static Customer aliceRefused(int times, Instant at, Card... cards) {
    Customer alice = alice(cards);
    return new Customer(
        ALICE,
        CUS,
        alice.defaultMethod(),
        alice.methods(),
        alice.version(),
        IntStream.range(0, times)
            .mapToObj(i -> new CardRefusal(VISA.id(), "order-" + i + "#1", at))
            .toList());
  }

  static Evidence seen(Evidence.Source source, int attempt, Verdict verdict) {
    return new Evidence(PI, Optional.of(CUS), source, attempt, verdict, Optional.of(VISA));
  }

  static Evidence answer(int attempt, Verdict verdict) {
    return seen(Evidence.Source.ANSWER, attempt, verdict);
  }

  static Evidence look(int attempt, Verdict verdict) {
    return seen(Evidence.Source.LOOK, attempt, verdict);
  }

  static Evidence event(Verdict verdict) {
    return seen(Evidence.Source.EVENT, 0, verdict);
  }

  static Verdict unpaid() {
    return new Verdict.Unpaid();
  }

  static Verdict paid() {
    return new Verdict.Paid(Optional.of(new StripeChargeId("ch_paid")), 1200);
  }

  static Verdict canceled() {
    return new Verdict.Canceled("abandoned");
  }

  static Verdict refused(String code, String charge) {
    return new Verdict.Refused(decline(code, charge));
  }

  static Decline decline(String code, String charge) {
    return new Decline(
        code,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new StripeChargeId(charge)),
        false);
  }
}
