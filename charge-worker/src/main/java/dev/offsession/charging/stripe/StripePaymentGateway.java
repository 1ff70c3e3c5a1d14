package dev.offsession.charging.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;
import dev.offsession.charging.pace.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Stripe through stripe-java, whose own retries are off. Parameters are made of the request alone,
 * so that the same key always carries the same bytes.
 */
public final class StripePaymentGateway implements PaymentGateway {
  private static final String LATEST_CHARGE = "latest_charge";
  private static final int METADATA_PAIRS_MAX = 50;
  private static final long PAGE = 100;

  private final StripeIntents intents;
  private final Consumer<Set<Lane>> limited;
  private final Predicate<Lane> turns;

  /**
   * @param limited told which lanes Stripe found too fast
   * @param turns waits for a turn where one question takes a further call; false when there is none
   */
  public StripePaymentGateway(
      StripeClient client, Consumer<Set<Lane>> limited, Predicate<Lane> turns) {
    this.intents = new StripeIntents(client);
    this.limited = limited;
    this.turns = turns;
  }

  @Override
  public GatewayReply create(Effect.CreateIntent question) {
    ChargeRequest request = question.request();
    PaymentIntentCreateParams.Builder params =
        PaymentIntentCreateParams.builder()
            .setAmount(request.money().minorUnits())
            .setCurrency(request.money().currency())
            .setCustomer(question.customer().value())
            .addPaymentMethodType("card")
            .putAllMetadata(metadata(request));
    request.description().ifPresent(params::setDescription);
    request.statementDescriptorSuffix().ifPresent(params::setStatementDescriptorSuffix);
    return answer(Lane.CREATE, () -> intents.create(params.build(), question.key()));
  }

  @Override
  public GatewayReply confirm(Effect.ConfirmIntent question) {
    PaymentIntentConfirmParams params =
        PaymentIntentConfirmParams.builder()
            .setPaymentMethod(question.method().value())
            .setOffSession(true)
            .addExpand(LATEST_CHARGE)
            .build();
    return answer(Lane.CONFIRM, () -> intents.confirm(question.intent(), params, question.key()));
  }

  @Override
  public GatewayReply fetch(Effect.FetchIntent question) {
    PaymentIntentRetrieveParams params =
        PaymentIntentRetrieveParams.builder().addExpand(LATEST_CHARGE).build();
    return answer(Lane.READ, () -> intents.retrieve(question.intent(), params));
  }

  @Override
  public GatewayReply find(Effect.FindIntents question) {
    PaymentIntentListParams.Builder params =
        PaymentIntentListParams.builder()
            .setCustomer(question.customer().value())
            .setCreated(
                PaymentIntentListParams.Created.builder()
                    .setGte(question.since().getEpochSecond())
                    .build())
            .setLimit(PAGE);
    return trusted(
        Lane.LIST,
        () -> {
          List<IntentSnapshot> found = new ArrayList<>();
          Optional<String> more = page(params, found);
          while (more.isPresent()) {
            if (!turns.test(Lane.LIST)) {
              return new GatewayReply.NoAnswer(Trouble.RATE_LIMITED);
            }
            more = page(params.setStartingAfter(more.get()), found);
          }
          return new GatewayReply.Listed(
              found.stream()
                  .filter(
                      intent -> intent.requestId().filter(question.request()::equals).isPresent())
                  .sorted(Comparator.comparing(IntentSnapshot::createdAt))
                  .toList());
        });
  }

  /** Adds what is on a page; the last id of it when another page follows. */
  private Optional<String> page(PaymentIntentListParams.Builder params, List<IntentSnapshot> found)
      throws StripeException {
    StripeIntents.Page page = intents.list(params.build());
    found.addAll(page.intents());
    return page.next();
  }

  @Override
  public GatewayReply cancel(PaymentIntentId intent) {
    PaymentIntentCancelParams params =
        PaymentIntentCancelParams.builder()
            .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
            .build();
    return answer(Lane.CANCEL, () -> intents.cancel(intent, params));
  }

  /**
   * Asks for the shortest list there is, to see whether Stripe accepts our key.
   *
   * @return false also when nobody answered
   */
  public boolean isKeyAccepted() {
    PaymentIntentListParams params = PaymentIntentListParams.builder().setLimit(1L).build();
    return !(trusted(Lane.LIST, () -> new GatewayReply.Listed(intents.list(params).intents()))
        instanceof GatewayReply.NoAnswer);
  }

  /**
   * Ours comes on top of the merchant's; Stripe takes 50 pairs, so a full map gives up its last.
   */
  private static SortedMap<String, String> metadata(ChargeRequest request) {
    TreeMap<String, String> pairs = new TreeMap<>(request.metadata());
    if (pairs.size() == METADATA_PAIRS_MAX) {
      pairs.pollLastEntry();
    }
    pairs.put(IntentSnapshots.REQUEST_ID, request.id().value());
    return pairs;
  }

  private interface Call<T> {
    T send() throws StripeException;
  }

  private GatewayReply answer(Lane lane, Call<IntentSnapshot> call) {
    return trusted(lane, () -> new GatewayReply.Sighted(call.send()));
  }

  private GatewayReply trusted(Lane lane, Call<GatewayReply> call) {
    try {
      return reply(lane, call);
    } catch (RuntimeException _) {
      // An answer that cannot be read: cut off, or not Stripe's. What happened is unknown.
      return new GatewayReply.NoAnswer(Trouble.NO_ANSWER);
    }
  }

  private GatewayReply reply(Lane lane, Call<GatewayReply> call) {
    try {
      return call.send();
    } catch (StripeException e) {
      limited.accept(RateLimits.of(e, lane));
      return StripeReplies.of(e);
    }
  }
}
