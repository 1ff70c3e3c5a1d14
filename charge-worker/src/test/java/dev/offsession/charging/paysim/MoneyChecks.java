package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeState;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IdempotencyKeys;
import dev.offsession.charging.domain.PaymentIntentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the ledger says: at most one payment, of the right amount, by the rules of asking. */
final class MoneyChecks {
  private final Simulation sim;
  private final Checks checks;
  private final Map<ChargeRequestId, Set<PaymentIntentId>> confirmed = new HashMap<>();
  private final Map<ChargeRequestId, Integer> payments = new HashMap<>();
  private final Map<ChargeRequestId, Integer> generations = new HashMap<>();
  private final Set<IdempotencyKey> sent = new HashSet<>();

  MoneyChecks(Simulation sim, Checks checks) {
    this.sim = sim;
    this.checks = checks;
  }

  /** A create is about to be sent. */
  void creating(Effect.CreateIntent question) {
    ChargeRequest request = question.request();
    Optional<Charge> charge = charge(request.id());
    boolean onRecord =
        charge.filter(one -> !(one.state() instanceof ChargeState.Received)).isPresent();
    checks.require(onRecord, "I2", "create is not on record: " + request.id());
    charge.ifPresent(one -> {
      checks.require(one.request().equals(request), "I9", "created otherwise: " + request.id());
      checks.require(
          question.customer().value().equals("cus_" + one.request().customer()),
          "I9",
          "created for somebody else: " + request.id());
    });
    checks.require(isOurs(question), "I2", "created under a strange key: " + request.id());
  }

  /** The key is that of the generation on record, or of an earlier one. */
  private boolean isOurs(Effect.CreateIntent question) {
    IdempotencyKeys keys = IdempotencyKeys.of(question.request().id());
    int latest = generations.getOrDefault(question.request().id(), 1);
    return IntStream.rangeClosed(1, latest).anyMatch(i -> keys.create(i).equals(question.key()));
  }

  /** A new key for the create was put on record. */
  void generation(Charge charge, int generation, boolean looked) {
    checks.require(
        looked || generation == 1, "I1", "creates again without looking: " + charge.id());
    generations.merge(charge.id(), generation, Math::max);
  }

  /** An intent came to be. */
  void created(SimIntent intent) {
    charge(intent.request)
        .ifPresent(charge -> {
          checks.require(
              intent.amount == charge.request().amountMinor(), "I9", "amount of " + intent.id);
          checks.require(!charge.isFinal() || !isLive(charge), "I7", "created after the end");
        });
  }

  private static boolean isLive(Charge charge) {
    return charge.state() instanceof ChargeState.Succeeded;
  }

  /** A confirm is about to be sent. */
  void confirming(Effect.ConfirmIntent question, Fiber fiber) {
    Optional<SimIntent> intent = sim.stripe().find(question.intent());
    checks.require(intent.isPresent(), "I1", "confirms what is not there");
    intent.ifPresent(one -> confirming(question, one, fiber));
  }

  private void confirming(Effect.ConfirmIntent question, SimIntent intent, Fiber fiber) {
    ChargeRequestId id = intent.request;
    Optional<Charge> charge = charge(id);
    boolean onRecord =
        charge
            .filter(one ->
                one.intent().filter(known -> known.id().equals(intent.id)).isPresent()
                    && one.attempts().number() >= question.attempt())
            .isPresent();
    checks.require(onRecord, "I2", "confirm is not on record: " + id);
    IdempotencyKeys keys = IdempotencyKeys.of(id);
    checks.require(
        keys.confirm(question.attempt()).equals(question.key()),
        "I2",
        "confirmed under a strange key: " + id);
    String seen = fiber.sights.getOrDefault(intent.id, "nothing");
    checks.require(
        seen.equals("requires_payment_method") || seen.equals("requires_confirmation"),
        "LOOK",
        "confirms after seeing " + seen + ": " + id);
    if (sent.add(question.key()) && question.attempt() > 1) {
      checks.require(
          intent.customerTried || sim.stripe().isSettled(keys.confirm(question.attempt() - 1)),
          "I6",
          "attempt %d before the one before it was settled: %s".formatted(question.attempt(), id));
    }
  }

  /** Stripe works a confirm of ours. */
  void confirmed(SimIntent intent) {
    Set<PaymentIntentId> all = confirmed.computeIfAbsent(intent.request, _ -> new HashSet<>());
    all.add(intent.id);
    checks.require(all.size() == 1, "I1", all.size() + " intents confirmed: " + intent.request);
  }

  /** A cancel is about to be sent. */
  void canceling(PaymentIntentId intent) {
    checks.require(
        sim.stripe().find(intent).isPresent(), "FOREIGN", "cancels what is not ours: " + intent);
    Optional<Charge> own =
        sim.stripe()
            .find(intent)
            .flatMap(one -> charge(one.request))
            .filter(one -> one.intent().filter(known -> known.id().equals(intent)).isPresent());
    own.ifPresent(one ->
        checks.require(
            one.isFinal() || one.closing().isPresent(),
            "I1",
            "discards its own intent: " + one.id()));
  }

  /** Money moved. */
  void paid(SimIntent intent) {
    int count = payments.merge(intent.request, 1, Integer::sum);
    checks.require(count == 1, "I1", "paid " + count + " times: " + intent.request);
    Optional<Charge> charge = charge(intent.request);
    checks.require(charge.isPresent(), "I2", "paid without a document: " + intent.request);
    charge.ifPresent(one -> {
      checks.require(
          one.request().amountMinor() == intent.received, "I9", "paid otherwise: " + one.id());
      checks.require(!one.isFinal(), "I11", "paid after the end: " + one.id());
    });
  }

  /** I11: store and Stripe agree; nothing of ours that was ever confirmed is left open. */
  void atTheEnd(Charge charge) {
    boolean succeeded = charge.state() instanceof ChargeState.Succeeded;
    int count = payments.getOrDefault(charge.id(), 0);
    checks.require(
        count == (succeeded ? 1 : 0), "I11", charge.id() + " ended otherwise at Stripe: " + count);
    sim.stripe().all().stream()
        .filter(intent -> intent.request.equals(charge.id()))
        .forEach(intent ->
            checks.require(
                intent.isCanceled()
                    || intent.isPaid()
                    || (intent.offSessionTries == 0 && !isOf(charge, intent)),
                "I11",
                intent.id + " is open at the end: " + intent.status));
  }

  private static boolean isOf(Charge charge, SimIntent intent) {
    return charge.intent().filter(known -> known.id().equals(intent.id)).isPresent();
  }

  private Optional<Charge> charge(ChargeRequestId id) {
    return sim.database().row(id).map(row -> row.held().charge());
  }
}
