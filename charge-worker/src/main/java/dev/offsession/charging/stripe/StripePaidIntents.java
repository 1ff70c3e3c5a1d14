package dev.offsession.charging.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaidIntent;
import dev.offsession.charging.domain.PaidIntents;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.pace.Lane;
import dev.offsession.charging.pace.Turns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Stripe's list of intents, page by page, in the pace that all calls keep. */
public final class StripePaidIntents implements PaidIntents {
  private static final long PAGE = 100;
  private static final int INTENTS_MAX = 200_000;
  private static final PaymentIntentRetrieveParams WHOLE =
      PaymentIntentRetrieveParams.builder().build();

  private final StripeIntents intents;
  private final Turns turns;

  public StripePaidIntents(StripeClient client, Turns turns) {
    this.intents = new StripeIntents(client);
    this.turns = turns;
  }

  @Override
  public List<PaidIntent> createdBetween(Instant from, Instant to) {
    List<PaidIntent> paid = new ArrayList<>();
    Optional<String> after = Optional.empty();
    int seen = 0;
    do {
      StripeIntents.Page page = page(from, to, after);
      page.intents().stream()
          .filter(one -> !one.createdAt().isBefore(from) && one.createdAt().isBefore(to))
          .flatMap(one -> paid(one).stream())
          .forEach(paid::add);
      seen += page.intents().size();
      after = page.next();
    } while (after.isPresent() && seen < INTENTS_MAX);
    if (after.isPresent()) {
      throw new StripeSilentException("more than " + INTENTS_MAX + " intents, ask for less time");
    }
    return paid;
  }

  @Override
  public Optional<PaidIntent> find(PaymentIntentId intent) {
    try {
      return paid(asked(Lane.READ, () -> intents.retrieve(intent, WHOLE)));
    } catch (UnknownIntentException _) {
      return Optional.empty();
    }
  }

  private StripeIntents.Page page(Instant from, Instant to, Optional<String> after) {
    PaymentIntentListParams.Builder params =
        PaymentIntentListParams.builder()
            .setCreated(
                PaymentIntentListParams.Created.builder()
                    .setGte(from.getEpochSecond())
                    .setLt(to.getEpochSecond() + 1)
                    .build())
            .setLimit(PAGE);
    after.ifPresent(params::setStartingAfter);
    return asked(Lane.LIST, () -> intents.list(params.build()));
  }

  private static Optional<PaidIntent> paid(IntentSnapshot intent) {
    return intent
        .requestId()
        .filter(_ -> intent.status().equals("succeeded"))
        .map(request ->
            new PaidIntent(intent.id(), request, intent.receivedMinor(), intent.currency()));
  }

  private interface Call<T> {
    T send() throws StripeException;
  }

  private <T> T asked(Lane lane, Call<T> call) {
    try {
      if (!turns.await(lane)) {
        throw new StripeSilentException("too many calls wait");
      }
      return call.send();
    } catch (StripeException e) {
      if (e.getStatusCode() != null && e.getStatusCode() == 404) {
        throw new UnknownIntentException();
      }
      throw new StripeSilentException("HTTP " + e.getStatusCode() + " " + e.getCode());
    } catch (JacksonException _) {
      throw new StripeSilentException("an answer that cannot be read");
    }
  }

  /** Stripe has no such intent: another account's, or test data that was deleted. */
  private static final class UnknownIntentException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
