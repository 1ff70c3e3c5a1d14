package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentError;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.charging.domain.Trouble;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Stripe in memory: intents, saved answers by key, and a bank that refuses when told to. */
final class FakeStripe implements PaymentGateway {
  private static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";

  private final Map<PaymentIntentId, IntentSnapshot> intents = new LinkedHashMap<>();
  private final Map<IdempotencyKey, GatewayReply> saved = new HashMap<>();
  private final Deque<String> refusals = new ArrayDeque<>();
  private final Deque<Trouble> losses = new ArrayDeque<>();
  private final List<PaymentMethodId> charged = new ArrayList<>();
  private Runnable duringConfirm = () -> {};
  private int charges;
  private int answersHeard;

  /** The bank refuses the next confirms with these codes. */
  void refuseNext(String... codes) {
    refusals.addAll(List.of(codes));
  }

  /** The effect happens, and the next answers do not arrive. */
  void loseNextAnswers(Trouble... troubles) {
    losses.addAll(List.of(troubles));
  }

  /** So many answers still arrive; the next one after them does not, though its effect happens. */
  void loseAnswersAfter(int heard, Trouble trouble) {
    answersHeard = heard;
    losses.add(trouble);
  }

  /** The methods of successful charges. */
  List<PaymentMethodId> charged() {
    return charged;
  }

  int confirms() {
    return charges;
  }

  List<IntentSnapshot> intents() {
    return List.copyOf(intents.values());
  }

  @Override
  public GatewayReply create(Effect.CreateIntent question) {
    return once(
        question.key(),
        () -> {
          PaymentIntentId id = new PaymentIntentId("pi_" + (intents.size() + 1));
          IntentSnapshot intent = fresh(id, question.customer(), question.request());
          intents.put(id, intent);
          return new GatewayReply.Sighted(intent);
        });
  }

  /** This happens while the next confirm is on its way. */
  void duringNextConfirm(Runnable event) {
    duringConfirm = event;
  }

  @Override
  public GatewayReply confirm(Effect.ConfirmIntent question) {
    Runnable meanwhile = duringConfirm;
    duringConfirm = () -> {};
    meanwhile.run();
    return once(question.key(), () -> confirmNow(question.intent(), question.method()));
  }

  /** A confirm by anybody: ours, or the customer's on the page. */
  GatewayReply confirmNow(PaymentIntentId id, PaymentMethodId method) {
    IntentSnapshot intent = intent(id);
    if (isOver(intent)) {
      return new GatewayReply.Refused(UNEXPECTED_STATE, Optional.empty(), Optional.of(intent));
    }
    StripeChargeId charge = new StripeChargeId("ch_" + ++charges);
    String refusal = refusals.poll();
    IntentSnapshot after =
        refusal == null
            ? changed(intent, "succeeded", charge, Optional.empty(), method)
            : changed(intent, "requires_payment_method", charge, Optional.of(refusal), method);
    if (refusal == null) {
      charged.add(method);
    }
    intents.put(id, after);
    return new GatewayReply.Sighted(after);
  }

  @Override
  public GatewayReply fetch(Effect.FetchIntent question) {
    return lossy(new GatewayReply.Sighted(intent(question.intent())));
  }

  @Override
  public GatewayReply find(Effect.FindIntents question) {
    return lossy(
        new GatewayReply.Listed(
            intents.values().stream()
                .filter(intent -> intent.requestId().equals(Optional.of(question.request())))
                .toList()));
  }

  @Override
  public GatewayReply cancel(PaymentIntentId id) {
    IntentSnapshot intent = intent(id);
    if (isOver(intent)) {
      return lossy(
          new GatewayReply.Refused(UNEXPECTED_STATE, Optional.empty(), Optional.of(intent)));
    }
    IntentSnapshot canceled = status(intent, "canceled");
    intents.put(id, canceled);
    return lossy(new GatewayReply.Sighted(canceled));
  }

  private IntentSnapshot intent(PaymentIntentId id) {
    return Objects.requireNonNull(intents.get(id), "no such intent");
  }

  private static boolean isOver(IntentSnapshot intent) {
    return intent.status().equals("succeeded") || intent.status().equals("canceled");
  }

  private GatewayReply once(IdempotencyKey key, Supplier<GatewayReply> effect) {
    GatewayReply reply = saved.get(key);
    if (reply == null) {
      reply = effect.get();
      Trouble loss = losses.peek();
      saved.put(key, loss == Trouble.SERVER_ERROR ? new GatewayReply.NoAnswer(loss) : reply);
    }
    return lossy(reply);
  }

  private GatewayReply lossy(GatewayReply reply) {
    if (answersHeard > 0) {
      answersHeard--;
      return reply;
    }
    Trouble loss = losses.poll();
    return loss == null ? reply : new GatewayReply.NoAnswer(loss);
  }

  private static IntentSnapshot fresh(
      PaymentIntentId id, StripeCustomerId customer, ChargeRequest request) {
    return new IntentSnapshot(
        id,
        "requires_payment_method",
        request.amountMinor(),
        request.currencyCode(),
        Optional.of(customer),
        Optional.of(request.id()),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }

  private static IntentSnapshot status(IntentSnapshot intent, String status) {
    return new IntentSnapshot(
        intent.id(),
        status,
        intent.amountMinor(),
        intent.currency(),
        intent.customer(),
        intent.requestId(),
        intent.receivedMinor(),
        intent.latestCharge(),
        intent.lastError(),
        intent.card(),
        Optional.of("abandoned"),
        intent.createdAt());
  }

  private static IntentSnapshot changed(
      IntentSnapshot intent,
      String status,
      StripeChargeId charge,
      Optional<String> refusal,
      PaymentMethodId method) {
    return new IntentSnapshot(
        intent.id(),
        status,
        intent.amountMinor(),
        intent.currency(),
        intent.customer(),
        intent.requestId(),
        refusal.isEmpty() ? intent.amountMinor() : 0,
        Optional.of(charge),
        refusal.map(code -> error(code, charge)),
        Optional.of(Card.of(method)),
        Optional.empty(),
        intent.createdAt());
  }

  private static PaymentError error(String code, StripeChargeId charge) {
    return new PaymentError(
        Optional.of("card_declined"),
        Optional.of(code),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(charge),
        false);
  }
}
