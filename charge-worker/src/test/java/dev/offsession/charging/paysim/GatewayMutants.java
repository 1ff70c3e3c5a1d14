package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IdempotencyKeys;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentError;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.Trouble;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mistakes of asking Stripe, and of understanding its answers. */
final class GatewayMutants {
  private GatewayMutants() {}

  private interface Mistake {
    PaymentGateway with(PaymentGateway real, Worker worker);
  }

  static List<Mutant> all() {
    return List.of(
        gateway(
            "new-confirm-key-on-timeout",
            "a confirm without an answer is sent again under a new key",
            (real, _) -> new NewConfirmKey(real)),
        gateway(
            "second-intent-after-lost-create",
            "a create without an answer is sent again under a new key",
            (real, _) -> new NewCreateKey(real)),
        failure("timeout-is-failure", Trouble.NO_ANSWER),
        failure("500-is-failure", Trouble.SERVER_ERROR),
        failure("429-is-failure", Trouble.RATE_LIMITED),
        failure("409-is-failure", Trouble.BUSY),
        gateway(
            "lost-create-is-rejection",
            "a create without an answer is told as rejected",
            (real, _) ->
                new ForwardingGateway(real) {
                  @Override
                  public GatewayReply create(Effect.CreateIntent question) {
                    GatewayReply reply = super.create(question);
                    return reply instanceof GatewayReply.NoAnswer
                        ? new GatewayReply.Refused("api_error", Optional.empty(), Optional.empty())
                        : reply;
                  }
                }),
        gateway(
            "wrong-amount-on-retry",
            "a create that is sent again names another amount",
            (real, _) -> new WrongAmount(real)),
        gateway(
            "other-card-under-the-key",
            "a confirm that is sent again names another card",
            (real, _) -> new OtherCard(real)),
        gateway(
            "one-key-for-all-attempts",
            "each attempt confirms under the key of the first",
            (real, worker) ->
                new ForwardingGateway(real) {
                  @Override
                  public GatewayReply confirm(Effect.ConfirmIntent question) {
                    IdempotencyKey first =
                        IdempotencyKeys.of(
                                worker
                                    .liberties()
                                    .snapshot(question.intent())
                                    .flatMap(IntentSnapshot::requestId)
                                    .orElseThrow())
                            .confirm(1);
                    return super.confirm(under(first, question));
                  }
                }),
        gateway(
            "unanswered-cancel-is-canceled",
            "a cancel without an answer counts as done",
            (real, worker) ->
                new ForwardingGateway(real) {
                  @Override
                  public GatewayReply cancel(PaymentIntentId intent) {
                    GatewayReply reply = super.cancel(intent);
                    return reply instanceof GatewayReply.NoAnswer
                        ? shown(worker, intent, "canceled", Optional.empty())
                        : reply;
                  }
                }),
        gateway(
            "refused-cancel-is-canceled",
            "a cancel that Stripe refuses counts as done",
            (real, worker) ->
                new ForwardingGateway(real) {
                  @Override
                  public GatewayReply cancel(PaymentIntentId intent) {
                    GatewayReply reply = super.cancel(intent);
                    return reply instanceof GatewayReply.Refused
                        ? shown(worker, intent, "canceled", Optional.empty())
                        : reply;
                  }
                }),
        gateway(
            "looks-once",
            "an intent is read once and remembered",
            (real, _) -> new Remembering(real)),
        gateway(
            "list-takes-any",
            "any intent of the customer is taken for the request's",
            (real, worker) ->
                new ForwardingGateway(real) {
                  @Override
                  public GatewayReply find(Effect.FindIntents question) {
                    GatewayReply reply = super.find(question);
                    return reply instanceof GatewayReply.Listed
                        ? new GatewayReply.Listed(
                            worker.liberties().intentsOf(question.customer().value()))
                        : reply;
                  }
                }));
  }

  private static Mutant gateway(String name, String mistake, Mistake made) {
    return new Mutant(
        name,
        mistake,
        new Mutation() {
          @Override
          public PaymentGateway gateway(PaymentGateway real, Worker worker) {
            return made.with(real, worker);
          }
        });
  }

  private static Mutant failure(String name, Trouble trouble) {
    return gateway(
        name,
        "a confirm that ends in " + trouble + " counts as declined",
        (real, worker) ->
            new ForwardingGateway(real) {
              @Override
              public GatewayReply confirm(Effect.ConfirmIntent question) {
                GatewayReply reply = super.confirm(question);
                return reply.equals(new GatewayReply.NoAnswer(trouble))
                    ? shown(
                        worker,
                        question.intent(),
                        "requires_payment_method",
                        Optional.of("card_declined"))
                    : reply;
              }
            });
  }

  /** The intent as it is not. */
  private static GatewayReply shown(
      Worker worker, PaymentIntentId intent, String status, Optional<String> code) {
    IntentSnapshot real = worker.liberties().snapshot(intent).orElseThrow();
    Optional<PaymentError> error =
        code.map(text ->
            new PaymentError(
                Optional.of(text),
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));
    return new GatewayReply.Sighted(
        new IntentSnapshot(
            real.id(),
            status,
            real.amountMinor(),
            real.currency(),
            real.customer(),
            real.requestId(),
            0,
            real.latestCharge(),
            error,
            real.card(),
            Optional.empty(),
            real.createdAt()));
  }

  private static Effect.ConfirmIntent under(IdempotencyKey key, Effect.ConfirmIntent question) {
    return new Effect.ConfirmIntent(key, question.intent(), question.method(), question.attempt());
  }

  private static boolean isUnanswered(GatewayReply reply) {
    return reply.equals(new GatewayReply.NoAnswer(Trouble.NO_ANSWER));
  }

  private static final class NewConfirmKey extends ForwardingGateway {
    NewConfirmKey(PaymentGateway real) {
      super(real);
    }

    @Override
    public GatewayReply confirm(Effect.ConfirmIntent question) {
      GatewayReply reply = super.confirm(question);
      return isUnanswered(reply)
          ? super.confirm(under(new IdempotencyKey(question.key() + ":again"), question))
          : reply;
    }
  }

  private static final class NewCreateKey extends ForwardingGateway {
    NewCreateKey(PaymentGateway real) {
      super(real);
    }

    @Override
    public GatewayReply create(Effect.CreateIntent question) {
      GatewayReply reply = super.create(question);
      IdempotencyKey other = IdempotencyKeys.of(question.request().id()).create(2);
      return isUnanswered(reply)
          ? super.create(new Effect.CreateIntent(other, question.customer(), question.request()))
          : reply;
    }
  }

  private static final class WrongAmount extends ForwardingGateway {
    private final Set<IdempotencyKey> sent = new HashSet<>();

    WrongAmount(PaymentGateway real) {
      super(real);
    }

    @Override
    public GatewayReply create(Effect.CreateIntent question) {
      return super.create(
          sent.add(question.key())
              ? question
              : new Effect.CreateIntent(
                  question.key(), question.customer(), more(question.request())));
    }

    private static ChargeRequest more(ChargeRequest request) {
      return new ChargeRequest(
          request.id(),
          request.customer(),
          request.amountMinor() + 1,
          request.currency(),
          request.paymentMethodId(),
          request.description(),
          request.statementDescriptorSuffix(),
          request.metadata(),
          request.expiresAt(),
          request.requestedAt());
    }
  }

  private static final class OtherCard extends ForwardingGateway {
    private final Set<IdempotencyKey> sent = new HashSet<>();

    OtherCard(PaymentGateway real) {
      super(real);
    }

    @Override
    public GatewayReply confirm(Effect.ConfirmIntent question) {
      return super.confirm(
          sent.add(question.key())
              ? question
              : new Effect.ConfirmIntent(
                  question.key(),
                  question.intent(),
                  new PaymentMethodId("pm_other"),
                  question.attempt()));
    }
  }

  private static final class Remembering extends ForwardingGateway {
    private final Map<PaymentIntentId, GatewayReply> seen = new HashMap<>();

    Remembering(PaymentGateway real) {
      super(real);
    }

    @Override
    public GatewayReply fetch(Effect.FetchIntent question) {
      GatewayReply known = seen.get(question.intent());
      GatewayReply reply = known == null ? super.fetch(question) : known;
      if (reply instanceof GatewayReply.Sighted) {
        seen.put(question.intent(), reply);
      }
      return reply;
    }
  }
}
